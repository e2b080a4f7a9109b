package com.crmres.simulator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The honest model calls what it is offered, with what the customer said.
class ObedientModelTest {

  private final OpenRouterSimulator router = OpenRouterSimulator.start(RouterClient.KEY);
  private final RouterClient client = RouterClient.of(router);

  ObedientModelTest() {
    router.model(new ObedientModel());
  }

  @AfterEach
  void close() {
    router.close();
  }

  @Test
  void severalDishesBecomeSeveralCallsWithTheCustomersOwnWords() throws Exception {
    List<JsonNode> calls = calls("هلا", "ابغى ثنتين شاورما دجاج وبرجر ٣ لو سمحت وبيبسي");

    assertThat(calls).hasSize(3);
    assertThat(calls).allMatch(call -> call.path("name").asText().equals("add_item"));
    JsonNode first = arguments(calls.getFirst());
    assertThat(first.path("item_id").asText()).isEqualTo("shawarma_chicken");
    assertThat(first.path("qty").asInt()).isEqualTo(2);
    assertThat(first.path("quote").asText()).isEqualTo("ثنتين شاورما دجاج");
    assertThat(first.path("message_id").asText()).isEqualTo("m2");
    assertThat(first.path("size_id").isNull()).isTrue();
    assertThat(arguments(calls.get(1)).path("qty").asInt()).isEqualTo(3);
    assertThat(arguments(calls.get(2)).path("item_id").asText()).isEqualTo("cola");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "two chicken shawarma please; add_item; item_id; shawarma_chicken",
        "ابغى شاورما; clarify; about; item",
        "شيل الكولا; remove_line; line_id; l2",
        "خلها ثلاث; set_quantity; qty; 3",
        "متى تفتحون؟; answer_from; fact_key; hours",
        "بكم البرجر؟; answer_from; fact_key; item_info",
        "وين موقعكم; answer_from; fact_key; address",
        "عندي حساسية من السمسم; handoff; reason; health",
        "I want to talk to a human; handoff; reason; asked_for_person",
        "الشاورما دجاج كانت باردة; record_feedback; sentiment; negative",
        "الأكل لذيذ يعطيكم العافية; record_feedback; sentiment; positive"
      })
  void aMessageLeadsToItsTool(String said, String tool, String argument, String value)
      throws Exception {
    List<JsonNode> calls = calls(said);

    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst().path("name").asText()).isEqualTo(tool);
    assertThat(arguments(calls.getFirst()).path(argument).asText()).isEqualTo(value);
  }

  @Test
  void anEndOfTheOrderAsksForTheSummaryAndAGreetingIsGreeted() throws Exception {
    assertThat(calls("خلاص بس كذا").getFirst().path("name").asText()).isEqualTo("request_summary");
    JsonNode greeting = client.ask(Turn.of("السلام عليكم")).json().at("/choices/0/message");
    assertThat(greeting.has("tool_calls")).isFalse();
    assertThat(greeting.path("content").asText()).isNotEmpty();
  }

  @Test
  void aToolThatJudgesTheTurnIsAlwaysCalled() throws Exception {
    ObjectNode turn = Turn.of("ابغى برجر");
    ObjectNode judge = turn.withArray("tools").addObject().put("type", "function");
    judge
        .putObject("function")
        .put("name", "judge_turn")
        .set(
            "parameters",
            RouterClient.JSON.readTree(
                """
                {"type":"object","properties":{
                  "intent":{"type":"string","enum":["greeting","order","complaint"]},
                  "sentiment":{"type":"string","enum":["positive","neutral","negative"]},
                  "dialect":{"type":"string","enum":["ar","sa","en"]}},
                 "required":["intent","sentiment","dialect"]}
                """));

    JsonNode calls = client.ask(turn).json().at("/choices/0/message/tool_calls");

    assertThat(calls).hasSize(2);
    assertThat(arguments(calls.at("/0/function")).toString())
        .isEqualTo("{\"intent\":\"order\",\"sentiment\":\"neutral\",\"dialect\":\"sa\"}");
  }

  @Test
  void itIsContentWithTheResultsOfItsCalls() throws Exception {
    ObjectNode turn = Turn.of("برجر");
    JsonNode message = client.ask(turn).json().at("/choices/0/message");

    JsonNode end = client.ask(RouterClient.followUp(turn, message)).json();

    assertThat(end.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
  }

  @Test
  void itCallsOnlyWhatIsOffered() throws Exception {
    ObjectNode turn = Turn.of("برجر");
    turn.put("tool_choice", "none");
    assertThat(client.ask(turn).json().at("/choices/0/message").has("tool_calls")).isFalse();

    ObjectNode single = Turn.of("برجر وكولا").put("parallel_tool_calls", false);
    assertThat(client.ask(single).json().at("/choices/0/message/tool_calls")).hasSize(1);
  }

  @Test
  void itFillsASchemaWhereThereAreNoTools() throws Exception {
    ObjectNode turn = Turn.of("two burger").without("tools");
    turn.put("model", "openai/gpt-5.4-nano");
    ObjectNode format = turn.putObject("response_format").put("type", "json_schema");
    format
        .putObject("json_schema")
        .put("name", "turn")
        .set(
            "schema",
            RouterClient.JSON.readTree(
                """
                {"type":"object","properties":{
                  "intent":{"type":"string","enum":["order","question","other"]},
                  "operations":{"type":"array","items":{"type":"object","properties":{
                    "op":{"type":"string","enum":["add_item","remove_line"]},
                    "item_id":{"type":"string"},"qty":{"type":"integer"},"quote":{"type":"string"}},
                    "required":["op","item_id","qty","quote"]}},
                  "reply":{"type":"string"}},
                 "required":["intent","operations","reply"]}
                """));

    JsonNode filled = RouterClient.JSON.readTree(client.ask(turn).at("/choices/0/message/content"));

    assertThat(filled.path("intent").asText()).isEqualTo("order");
    assertThat(filled.at("/operations/0/op").asText()).isEqualTo("add_item");
    assertThat(filled.at("/operations/0/item_id").asText()).isEqualTo("burger");
    assertThat(filled.at("/operations/0/qty").asInt()).isEqualTo(2);
  }

  private List<JsonNode> calls(String... said) throws IOException, InterruptedException {
    return client
        .ask(Turn.of(said))
        .json()
        .at("/choices/0/message/tool_calls")
        .valueStream()
        .map(call -> call.path("function"))
        .toList();
  }

  private static JsonNode arguments(JsonNode function) throws IOException {
    return RouterClient.JSON.readTree(function.path("arguments").asText());
  }
}
