package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Channel.WhenInDoubt;
import com.crmres.server.database.Database;
import com.crmres.server.whatsapp.ChannelMetrics;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.crmres.server.whatsapp.notice.Notices;
import com.crmres.server.whatsapp.number.Pauses;
import com.crmres.server.whatsapp.number.Tokens;
import com.crmres.server.whatsapp.number.Vault;
import com.crmres.server.whatsapp.webhook.Inbox;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Meter;
import io.helidon.metrics.api.Metrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Restaurant Noor with everything between a message and a scripted WhatsApp; work is done when the
/// test says so.
public final class SendingHouse implements AutoCloseable {

  public static final String TOKEN = "the environment's token";
  static final Duration WAIT = Duration.ofMinutes(2);

  public final NoorHouse noor = new NoorHouse();
  public final ScriptedGraph graph;
  public final Inbox inbox = new Inbox(noor.testDatabase.application(), () -> {});
  public final ChannelMetrics metrics = new ChannelMetrics(Metrics.globalRegistry());
  public final Notices notices = new Notices(noor.events, noor.clock, noor.ids);
  public final Pauses pauses = new Pauses(notices, noor.clock, () -> {});
  public final NoticedConsequences consequences =
      new NoticedConsequences(
          noor.conversations, noor.consents, notices, (_, _, _, _, _) -> {}, noor.clock);
  public final Vault vault = Vault.of("a key of thirty-two characters ok", new SecureRandom());
  public final Tokens tokens = new Tokens(noor.database, vault, TOKEN);
  public final Reports reports = new Reports(consequences, metrics);
  public final Outbox outbox;
  public final Doubts doubts = doubts(DoubtPolicy.BY_MESSAGE);

  private final Map<String, Long> before = allFigures();

  public SendingHouse() {
    try {
      graph = new ScriptedGraph(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    outbox = outbox(Duration.ofSeconds(12));
  }

  public GraphApi graphApi(Duration callLimit) {
    return new GraphApi(graph.url(), "v24.0", callLimit);
  }

  Outbox outbox(Duration callLimit) {
    return outbox(noor.database, callLimit);
  }

  /// A sender as one more node would have.
  Outbox outbox(Database database, Duration callLimit) {
    return outbox(database, new CloudApi(graphApi(callLimit), tokens::of));
  }

  Outbox outbox(Database database, CloudApi cloudApi) {
    return new Outbox(
        database,
        noor.conversations,
        cloudApi,
        new Gate(database, noor.conversations, noor.consents, notices, noor.clock),
        new Settling(
            database, noor.conversations, pauses, consequences, metrics, new Random(7), noor.clock),
        metrics,
        noor.clock,
        () -> {});
  }

  Doubts doubts(DoubtPolicy policy) {
    return new Doubts(
        noor.database,
        inbox::heardEverything,
        noor.conversations,
        WAIT,
        policy,
        metrics,
        noor.clock);
  }

  public UUID say(String customer, String text) {
    return say(customer, text, WhenInDoubt.SEND_AGAIN);
  }

  public UUID say(String customer, String text, WhenInDoubt whenInDoubt) {
    return noor.say(noor.receive(customer, "hello"), text, whenInDoubt).id();
  }

  public UUID say(String customer, MessageContent content) {
    UUID conversation = noor.receive(customer, "hello");
    return noor.<MessageDetails>in(transaction ->
            noor.conversations.say(
                transaction,
                noor.restaurantId,
                conversation,
                Sender.SYSTEM,
                content,
                WhenInDoubt.HOLD))
        .id();
  }

  /// Sends until nothing more is due; the number's tokens are no obstacle.
  public void sendDue() throws InterruptedException {
    sendDue(outbox);
  }

  void sendDue(Outbox sender) throws InterruptedException {
    do {
      refill();
      sender.drain(Duration.ofSeconds(10));
    } while (sender.send());
  }

  public void refill() {
    noor.system("update outbox_stripe set tokens = 60, refilled_at = now()");
  }

  /// So much time goes by that whatever was put off is due, and closed ways are tried again.
  public void makeDue() {
    noor.system("update outbox set next_at = now() where state = 'pending'");
    noor.clock.forward(Duration.ofSeconds(61));
  }

  void listen(Duration span) {
    noor.system("update listening set beat_at = now(), listened = listened + " + span.toMillis());
  }

  public String state(UUID message) {
    return text(message, "state");
  }

  public List<String> states() {
    return noor.in(transaction ->
        transaction
            .sql("select state from outbox order by sequence")
            .list(row -> row.text("state")));
  }

  public double number(UUID message, String column) {
    return Double.parseDouble(text(message, column));
  }

  public String text(UUID message, String column) {
    return noor.in(transaction ->
        transaction
            .sql(
                "select cast("
                    + column
                    + " as text) as found from outbox where message_id = :message")
            .with("message", message)
            .one(row -> row.text("found")));
  }

  /// What managers were told, as `kind severity facts`, oldest first.
  public List<String> told() {
    return noor.in(transaction ->
        new ArrayList<>(
            transaction
                .sql(
                    """
                    select kind || ' ' || severity || ' ' || cast(facts as text) as told
                      from channel_notice order by created_at, id
                    """)
                .list(row -> row.text("told"))));
  }

  /// How often something was counted since this house was opened: all houses share their figures.
  public long counted(String name, String tag, String value) {
    String key = name + " " + value;
    return figures(name, tag).getOrDefault(key, 0L) - before.getOrDefault(key, 0L);
  }

  private static Map<String, Long> figures(String name, String tag) {
    Map<String, Long> figures = new HashMap<>();
    for (Meter meter : Metrics.globalRegistry().meters()) {
      if (meter instanceof Counter counter && counter.id().name().startsWith(name)) {
        String value = counter.id().tagsMap().getOrDefault(tag, "");
        figures.merge(counter.id().name() + " " + value, counter.count(), Long::sum);
      }
    }
    return figures;
  }

  private static Map<String, Long> allFigures() {
    Map<String, Long> figures = new HashMap<>();
    for (String tag : List.of("result", "code", "outcome")) {
      figures.putAll(figures("crm.", tag));
    }
    return figures;
  }

  @Override
  public void close() {
    graph.close();
    noor.close();
  }
}
