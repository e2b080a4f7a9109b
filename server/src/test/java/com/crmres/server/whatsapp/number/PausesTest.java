package com.crmres.server.whatsapp.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.channel.PauseReason;
import com.crmres.server.NoorHouse;
import com.crmres.server.whatsapp.outbox.ScriptedGraph;
import com.crmres.server.whatsapp.outbox.SendingHouse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PausesTest {

  private static final String SARA = "966500000001";
  private static final String OMAR = "966500000002";
  private static final String OTHER_NUMBER = "209876543210987";
  private static final String OLD = "the old token";
  private static final String NEW = "the new token";

  private final SendingHouse house = new SendingHouse();
  private final NoorHouse noor = house.noor;
  private final ScriptedGraph graph = house.graph;
  private final NumberWatch watch =
      new NumberWatch(
          noor.database,
          house.graphApi(Duration.ofSeconds(5)),
          house.tokens,
          house.pauses,
          house.notices,
          new Rates(60.0),
          noor.clock);
  private final NewNumbers newNumbers =
      new NewNumbers(
          noor.database,
          house.graphApi(Duration.ofSeconds(5)),
          noor.numbers,
          house.tokens,
          house.pauses,
          watch);

  @BeforeEach
  void addAnotherNumber() {
    noor.numbers.assign(noor.restaurantId, NoorHouse.ACCOUNT, OTHER_NUMBER, 60);
    giveToken(OTHER_NUMBER, OLD);
    graph.answerLookups(question ->
        question.getPath().endsWith("/subscribed_apps")
            ? Map.of("data", List.of(Map.of("name", "ours")))
            : Map.of("data", List.of(Map.of("id", NoorHouse.NUMBER), Map.of("id", OTHER_NUMBER))));
  }

  @AfterEach
  void stop() {
    house.close();
  }

  /// behaviour 19
  @Test
  void aRevokedTokenStopsItsNumberOnlyUntilItIsReplaced() throws Exception {
    graph.acceptTokens(SendingHouse.TOKEN::equals);
    UUID first = fromTheOther(house.say(SARA, "one"));
    UUID second = fromTheOther(house.say(OMAR, "two"));
    UUID elsewhere = house.say("966500000003", "elsewhere");

    house.sendDue();
    assertThat(house.state(elsewhere)).isEqualTo("accepted");
    assertThat(house.state(first)).isEqualTo("pending");
    assertThat(house.state(second)).isEqualTo("pending");
    assertThat(house.told())
        .singleElement()
        .asString()
        .startsWith("number_paused critical")
        .contains("\"code\": \"190\"", "\"advice\": \"replace_token\"");

    graph.acceptTokens(token -> token.equals(SendingHouse.TOKEN) || token.equals(NEW));
    assertThat(newNumbers.replaceToken(noor.restaurantId, OTHER_NUMBER, NEW))
        .isEqualTo(NewNumbers.Result.DONE);
    house.sendDue();

    assertThat(house.state(first)).isEqualTo("accepted");
    assertThat(house.state(second)).isEqualTo("accepted");
    assertThat(house.number(first, "refusals")).isZero();
    assertThat(house.told()).last().asString().startsWith("number_resumed information");
  }

  /// behaviour 19
  @Test
  void aTokenThatIsTakenAgainResumesByItself() throws Exception {
    graph.acceptTokens(_ -> false);
    UUID message = house.say(SARA, "hello");
    house.sendDue();

    probeNow();
    house.sendDue();
    assertThat(house.state(message)).isEqualTo("pending");

    graph.acceptTokens(_ -> true);
    probeNow();
    house.sendDue();

    assertThat(house.state(message)).isEqualTo("accepted");
    assertThat(house.told().stream().map(told -> told.split(" ", 2)[0]))
        .containsExactly("number_paused", "number_resumed");
  }

  /// behaviour 19: whether an account may send again shows only when one message tries.
  @ParameterizedTest
  @ValueSource(ints = {131031, 131042, 368, 33})
  void aRefusedAccountResumesWithTheFirstMessageThatIsTaken(int code) throws Exception {
    graph.script(
        ScriptedGraph.refuse(code), ScriptedGraph.refuse(code), ScriptedGraph.refuse(code));
    List<UUID> messages = List.of(house.say(SARA, "one"), house.say(OMAR, "two"));
    house.sendDue();
    assertThat(graph.heard()).hasSizeBetween(1, 2);

    int heard = graph.heard().size();
    probeNow();
    house.sendDue();
    assertThat(graph.heard()).as("one message tries").hasSize(heard + 1);
    probeNow();
    house.sendDue();
    probeNow();
    house.sendDue();

    assertThat(messages.stream().map(house::state)).containsOnly("accepted");
    assertThat(house.told().stream().map(told -> told.split(" ", 2)[0]))
        .containsExactly("number_paused", "number_resumed");
    assertThat(messages.stream().map(message -> house.number(message, "refusals")))
        .containsOnly(0.0);
  }

  /// The event that lifts a ban may never reach us.
  @ParameterizedTest
  @EnumSource(names = {"BANNED", "OFFBOARDED", "RESTRICTED"})
  void anAnnouncedPauseEndsWithTheFirstMessageThatIsTakenAnHourLater(PauseReason reason)
      throws Exception {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            house.pauses.pause(
                transaction, noor.restaurantId, NoorHouse.NUMBER, reason, null, null));
    UUID message = house.say(SARA, "hello");

    watch.look();
    house.sendDue();
    assertThat(house.state(message)).isEqualTo("pending");

    graph.script(ScriptedGraph.refuse(131031));
    probeNow();
    house.sendDue();
    watch.look();
    house.sendDue();
    assertThat(graph.heard()).as("one message tried").hasSize(1);
    assertThat(house.state(message)).isEqualTo("pending");

    probeNow();
    house.sendDue();
    assertThat(house.state(message)).isEqualTo("accepted");
    assertThat(house.told().stream().map(told -> told.split(" ", 2)[0]))
        .containsExactly("number_paused", "number_resumed");
  }

  private void probeNow() throws InterruptedException {
    noor.system("update whatsapp_number set probe_at = now() where probe_at is not null");
    noor.clock.forward(Duration.ofSeconds(61));
    watch.look();
  }

  private void giveToken(String number, String token) {
    noor.in(transaction -> house.tokens.replace(transaction, number, token));
  }

  /// As if the customer had written to the other number.
  private UUID fromTheOther(UUID message) {
    noor.in(transaction ->
        transaction
            .sql("update outbox set phone_number_id = :number where message_id = :id")
            .with("number", OTHER_NUMBER)
            .with("id", message)
            .update());
    return message;
  }
}
