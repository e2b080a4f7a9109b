package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.whatsapp.webhook.NoorIntake;
import com.crmres.server.whatsapp.webhook.Sample;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuietLogTest {

  private static final Logger OURS = Logger.getLogger("com.crmres");
  private static final String TOKEN = SendingHouse.TOKEN;

  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    OURS.setLevel(Level.ALL);
    OURS.addHandler(lines);
  }

  @AfterEach
  void stopListening() {
    OURS.removeHandler(lines);
    OURS.setLevel(null);
  }

  /// trap 56: a wamid holds the phone number in base64.
  @Test
  void whateverGoesWrongInAndOutTheLogNamesNobody() throws Exception {
    takeIn();
    send();

    assertThat(lines.kept).isNotEmpty();
    assertThat(String.join("\n", lines.kept))
        .doesNotContain("9665000", "wamid", "HBgM", "in-secret-words", "out-secret-words", TOKEN);
  }

  private static void takeIn() throws InterruptedException {
    NoorIntake intake = new NoorIntake();
    try {
      intake.deliver(Sample.file("in-text.json"));
      intake.deliver(Sample.file("st-failed-131049-marketing-limit.json"));
      var bad = Sample.text("966500000001", "wamid.HBgMbad", 1, "in-secret-words");
      ((ObjectNode) bad.path("messages").path(0)).put("timestamp", "yesterday");
      intake.deliver(Sample.delivery(List.of(bad)));
      var strange = Sample.text("966500000001", "wamid.HBgMnew", 1, "in-secret-words");
      strange.withObject("/metadata").put("phone_number_id", "1");
      intake.deliver(Sample.delivery(List.of(strange)));
      intake.work();
    } finally {
      intake.stop();
    }
  }

  private static void send() throws InterruptedException {
    try (SendingHouse house = new SendingHouse()) {
      house.graph.script(
          ScriptedGraph::loseAnswer,
          ScriptedGraph.refuse(131000, 500),
          ScriptedGraph.refuse(131026),
          ScriptedGraph.refuse(999_999),
          ScriptedGraph::answerInHtml,
          ScriptedGraph::accept,
          ScriptedGraph.refuse(190));
      for (int i = 0; i < 7; i++) {
        house.say("96650000000" + i, "out-secret-words");
        house.sendDue();
      }
      house.noor.system("update outbox set doubts = 4");
      house.listen(Duration.ofMinutes(3));
      house.doubts.settle();
    }
  }

  /// Keeps what is logged, as a file would show it.
  private static final class Lines extends Handler {
    private final ConcurrentLinkedQueue<String> kept = new ConcurrentLinkedQueue<>();
    private final Formatter formatter = new SimpleFormatter();

    Lines() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
      StringWriter text = new StringWriter();
      text.append(formatter.format(record));
      if (record.getThrown() != null) {
        record.getThrown().printStackTrace(new PrintWriter(text));
      }
      kept.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
