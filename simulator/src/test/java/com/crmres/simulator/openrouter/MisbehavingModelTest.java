package com.crmres.simulator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The malicious model misbehaves in every way, in valid answers, and the same way for one seed.
class MisbehavingModelTest {

  @ParameterizedTest
  @EnumSource
  void everyMisdeedIsAWellFormedAnswer(Misdeed misdeed) throws Exception {
    try (var router = OpenRouterSimulator.start(RouterClient.KEY)) {
      router.model(MisbehavingModel.only(misdeed));

      JsonNode answer = RouterClient.of(router).ask(Turn.of("ابغى برجر")).json();

      assertThat(answer.at("/choices/0/message/role").asText()).isEqualTo("assistant");
    }
  }

  @Test
  void misdeedsAreWhatTheySay() throws Exception {
    assertThat(said(Misdeed.LEAKS_THE_PROMPT).content()).contains("sesame-4711");
    assertThat(said(Misdeed.MEGABYTE_OF_TEXT).content()).hasSizeGreaterThan(900_000);
    assertThat(arguments(Misdeed.HUGE_QUANTITY).path("qty").asLong()).isEqualTo(1_000_000_000L);
    assertThat(arguments(Misdeed.NEGATIVE_QUANTITY).path("qty").asLong()).isNegative();
    assertThat(arguments(Misdeed.ITEM_OF_NOWHERE).path("item_id").asText()).contains("unicorn");
    assertThat(arguments(Misdeed.PRICE_FIELDS).has("price")).isTrue();
    assertThat(arguments(Misdeed.INVENTED_QUOTE).path("quote").asText()).doesNotContain("برجر");
    assertThat(arguments(Misdeed.WRONG_SHAPE).path("qty").asText()).isEqualTo("two");
    assertThat(said(Misdeed.UNKNOWN_TOOL).calls().getFirst().name()).isEqualTo("order_everything");
    assertThat(said(Misdeed.PRICES_IN_TEXT).calls()).isNotEmpty();
  }

  @Test
  void aLoopGoesOnWhateverItIsTold() throws Exception {
    MisbehavingModel model = MisbehavingModel.only(Misdeed.LOOPS_FOR_EVER);
    try (var router = OpenRouterSimulator.start(RouterClient.KEY)) {
      router.model(model);
      RouterClient client = RouterClient.of(router);
      ObjectNode turn = Turn.of("برجر");
      for (int round = 0; round < 5; round++) {
        JsonNode message = client.ask(turn).json().at("/choices/0/message");
        assertThat(message.path("tool_calls")).isNotEmpty();
        turn = RouterClient.followUp(turn, message);
      }
    }
    assertThat(model.done()).hasSize(5);
  }

  @Test
  void oneSeedChoosesTheSameMisdeedsAndNearlyAllOfThem() throws Exception {
    MisbehavingModel first = MisbehavingModel.of(7);
    MisbehavingModel second = MisbehavingModel.of(7);
    List<ObjectNode> turns =
        IntStream.range(0, 400).mapToObj(MisbehavingModelTest::numbered).toList();

    turns.forEach(first::reply);
    turns.forEach(second::reply);

    assertThat(first.done()).isEqualTo(second.done());
    Set<Misdeed> seen = new HashSet<>(first.done());
    assertThat(seen).containsExactlyInAnyOrder(Misdeed.values());
  }

  private static ObjectNode numbered(int number) {
    return RouterClient.question("برجر " + number);
  }

  private static Reply.Said said(Misdeed misdeed) throws Exception {
    return (Reply.Said) MisbehavingModel.only(misdeed).reply(Turn.of("ابغى برجر"));
  }

  private static JsonNode arguments(Misdeed misdeed) throws Exception {
    return RouterClient.JSON.readTree(said(misdeed).calls().getFirst().arguments());
  }
}
