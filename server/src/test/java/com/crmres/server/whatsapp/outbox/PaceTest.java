package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

  private static final String SARA = "966500000001";

  private final SendingHouse house = new SendingHouse();
  private final ScriptedGraph graph = house.graph;

  @AfterEach
  void stop() {
    house.close();
  }

  /// behaviour 17: the database's clock is moved on by hand, ten seconds in all.
  @Test
  void sixtyMessagesInTenSecondsToOneCustomerKeepTheirOrderAndDelayNoOther() throws Exception {
    List<String> said = IntStream.range(0, 60).mapToObj(i -> "s" + i).toList();
    said.forEach(text -> house.say(SARA, text));

    house.sendDue();
    assertThat(toSara()).isEqualTo(said.subList(0, 45));
    house.say("966500000002", "other");
    house.sendDue();
    assertThat(graph.texts()).contains("other");
    pass(Duration.ofSeconds(6));
    house.sendDue();
    assertThat(toSara()).hasSize(46);
    pass(Duration.ofSeconds(4));
    house.sendDue();
    assertThat(toSara()).hasSize(46);

    for (int i = 0; i < 14; i++) {
      pass(Duration.ofSeconds(6));
      house.sendDue();
    }
    assertThat(toSara()).isEqualTo(said);
  }

  /// behaviour 17: 131056 waits 1, 4, 16, 64 s.
  @Test
  void aCustomerWhoGetsTooMuchWaitsEverLonger() throws Exception {
    UUID message = house.say(SARA, "too much");
    for (double seconds : new double[] {1, 4, 16, 64}) {
      graph.script(ScriptedGraph.refuse(131056, 429));
      house.sendDue();
      assertThat(house.number(message, "extract(epoch from next_at - now())"))
          .isBetween(seconds - 1, seconds);
      house.makeDue();
    }
    house.sendDue();

    assertThat(house.state(message)).isEqualTo("accepted");
  }

  /// behaviour 18
  @ParameterizedTest
  @ValueSource(ints = {130429, 80007, 4})
  void aStormOfRefusalsDelaysAndLosesAndDoublesNothing(int code) throws Exception {
    List<String> said = IntStream.range(0, 60).mapToObj(i -> "m" + i).toList();
    for (int i = 0; i < 60; i++) {
      house.say("9665000001" + (10 + i), said.get(i));
      graph.script(ScriptedGraph.refuse(code, 429), ScriptedGraph.refuse(code, 400));
    }

    int rounds = 0;
    while (house.states().stream().anyMatch(state -> !state.equals("accepted"))) {
      house.makeDue();
      house.sendDue();
      assertThat(rounds++).isLessThan(20);
    }

    assertThat(graph.heard()).hasSize(180);
    assertThat(acceptedTexts()).containsExactlyInAnyOrderElementsOf(said);
    house.say(SARA, "after the storm");
    house.sendDue();
    assertThat(graph.texts()).endsWith("after the storm");
    assertThat(house.counted("crm.channel.refusals", "code", Integer.toString(code)))
        .isEqualTo(120);
  }

  /// behaviour 18: the number leaves WhatsApp alone for a moment, then goes on at its pace.
  @Test
  void aNumberFoundTooFastTakesABreathAndRecovers() throws Exception {
    graph.script(ScriptedGraph.refuse(130429, 429));
    house.say(SARA, "first");
    house.sendDue();
    IntStream.range(10, 30).forEach(i -> house.say("9665000000" + i, "m" + i));

    house.sendDue();
    assertThat(graph.heard()).hasSize(1);
    house.noor.clock.forward(Duration.ofMillis(500));
    house.sendDue();

    assertThat(graph.heard().size()).isGreaterThanOrEqualTo(21);
  }

  @Test
  void aWhatsAppThatIsDownIsLeftAloneButForOneMessageAtATime() throws Exception {
    for (int i = 0; i < 12; i++) {
      graph.script(ScriptedGraph.refuse(131016, 503));
    }
    List<String> said = IntStream.range(0, 20).mapToObj(i -> "m" + i).toList();
    for (int i = 0; i < 20; i++) {
      house.say("9665000001" + (10 + i), said.get(i));
      if (i == 4) {
        house.sendDue();
      }
    }
    assertThat(graph.heard()).hasSize(5);

    house.sendDue();
    assertThat(graph.heard()).as("the breaker is open").hasSize(5);
    for (int tries = 6; tries <= 12; tries++) {
      house.makeDue();
      house.sendDue();
      assertThat(graph.heard()).as("one message tries").hasSize(tries);
    }
    house.makeDue();
    house.sendDue();
    house.makeDue();
    house.sendDue();

    assertThat(house.states()).hasSize(20).containsOnly("accepted");
    assertThat(acceptedTexts()).containsExactlyInAnyOrderElementsOf(said);
  }

  private List<String> toSara() {
    return graph.heard().stream()
        .filter(heard -> heard.to().equals(SARA))
        .map(ScriptedGraph.Heard::text)
        .toList();
  }

  /// The texts of what WhatsApp took, by the ids under which it did.
  private List<String> acceptedTexts() {
    List<String> wamids =
        house.noor.in(transaction ->
            transaction
                .sql("select wamid from outbox where state = 'accepted'")
                .list(row -> row.text("wamid")));
    return graph.heard().stream()
        .filter(heard -> wamids.contains(heard.wamid()))
        .map(ScriptedGraph.Heard::text)
        .toList();
  }

  private void pass(Duration span) {
    house.noor.system(
        "update outbox_pace set used_until = used_until - interval '%d seconds'"
            .formatted(span.toSeconds()));
  }
}
