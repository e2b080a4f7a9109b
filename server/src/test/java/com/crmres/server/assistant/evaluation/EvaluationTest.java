package com.crmres.server.assistant.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.wire.Json;
import com.crmres.server.assistant.evaluation.Registrar.Result;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The bench by its door.
class EvaluationTest {

  private static final String MENU =
      """
      {"categories": [{"name": "Drinks", "items": [
        {"name": {"ar": "شاي", "en": "Tea"}, "price": "2.00",
         "groups": [{"id": "size", "kind": "size", "options": [
            {"name": "Small", "standard": true}, {"name": "Large", "price": 1}]}]},
        {"name": "Coffee", "price": 5}]}]}
      """;

  @TempDir Path folder;

  private final List<String> out = new ArrayList<>();
  private final List<String> err = new ArrayList<>();

  private int run(String input, String... arguments) {
    return new Evaluation(
            Map.of("embedded", ScriptedMind::new, "prompted", ScriptedMind::new),
            Map.of("prompted", this::enter),
            folder)
        .run(
            List.of(arguments),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out::add,
            err::add);
  }

  private @Nullable Result entered;
  private @Nullable Path register;

  private Path enter(@Nullable Path file, Result result) {
    entered = result;
    register = file;
    return file == null ? folder.resolve("usual.json") : file;
  }

  @Test
  void aMindWithAPromptIsRegisteredWithWhatItMissed() throws IOException {
    file("menus/bar.json", MENU);
    file(
        "orders.jsonl",
        """
        {"id": "1", "dialect": "en", "menu": "bar", "said": ["add tea"], "expect": {"lines": [{"item": "tea"}]}}
        {"id": "2", "dialect": "en", "menu": "bar", "said": ["add tea"], "expect": {"lines": [{"item": "coffee"}]}}
        """);
    file("sentiment.tsv", "so positive\tpositive\n");
    file("intent.tsv", "order\torder\n");
    file("handover.tsv", "well\tnone\n");

    measured("--mind", "prompted", "--register", folder.resolve("mine.json").toString());

    Result result = Objects.requireNonNull(entered);
    assertThat(register).isEqualTo(folder.resolve("mine.json"));
    assertThat(result.figures())
        .containsOnlyKeys("orders", "intents", "sentiments", "handover", "fellBack", "usdPerTurn");
    assertThat(result.missed()).containsExactly("orders 0.5000 < 0.90");
    assertThat(String.join("\n", out)).contains("mine.json", "not passed: orders");
  }

  @Test
  void aMindWithoutAPromptHasNoRegister() throws IOException {
    String file = file("mine.tsv", "so positive\tpositive\n");

    measured("--sentiment", file);
    measured("--mind", "prompted", "--sentiment", file);
    assertThat(entered).isNull();
    assertThat(String.join("\n", out)).contains("left as it is", "handover, intents, orders");
    assertThat(run("", "--sentiment", file, "--register", "x.json")).isEqualTo(2);
    assertThat(err).singleElement().asString().contains("no prompt to be registered");
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.toString();
  }

  private JsonNode measured(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    Path json = folder.resolve("figures.out");
    all.addAll(List.of("--json", json.toString()));
    assertThat(run("", all.toArray(String[]::new))).as("faults: %s", err).isZero();
    return Json.MAPPER.readTree(Files.readString(json));
  }

  @Test
  void ordersAreScoredAsAWholeAndPartByPart() throws IOException {
    file("menus/bar.json", MENU);
    file(
        "orders.jsonl",
        """
        {"id": "1", "dialect": "en", "menu": "bar", "tags": ["plain"], "said": ["add tea"], "expect": {"lines": [{"item": "tea"}]}}
        {"id": "2", "dialect": "en", "menu": "bar", "said": ["add tea", "add tea"], "expect": {"lines": [{"item": "tea", "quantity": 2}]}}
        {"id": "3", "dialect": "sa", "menu": "bar", "said": ["add tea"], "expect": {"lines": [{"item": "tea", "options": ["size:large"]}, {"item": "coffee"}]}}
        {"id": "4", "dialect": "sa", "menu": "bar", "said": ["which"], "expect": {"lines": [], "ask": ["tea", "coffee"]}}
        {"id": "5", "dialect": "sa", "menu": "bar", "said": ["cancel"], "expect": {"lines": []}}
        {"id": "6", "dialect": "sa", "menu": "bar", "last_order": [{"item": "coffee", "quantity": 3}], "said": ["repeat"], "expect": {"lines": [{"item": "coffee", "quantity": 3}], "proposes": ["repeat_last"]}}
        """);

    JsonNode orders = measured().path("orders");

    assertThat(orders.at("/all/exact").asInt()).isEqualTo(4);
    assertThat(orders.at("/all/cartMatch").asDouble()).isEqualTo(0.8333);
    assertThat(orders.at("/all/slots/item/recall").asDouble()).isEqualTo(0.8);
    assertThat(orders.at("/all/slots/item/precision").asDouble()).isEqualTo(1);
    assertThat(orders.at("/all/slots/size/f1").asDouble()).isZero();
    assertThat(orders.at("/all/slots/proposal/wrong").asInt()).isEqualTo(1);
    assertThat(orders.at("/byDialect/en/exactMatch").asDouble()).isEqualTo(1);
    assertThat(orders.at("/failures/0/id").asText()).isEqualTo("3");
    assertThat(orders.at("/failures/0/expected").asText())
        .isEqualTo("1 coffee, 1 tea [size:large]");
    assertThat(orders.at("/failures/0/got").asText()).isEqualTo("1 tea");
    assertThat(String.join("\n", out)).contains("exact match  66.7 %   (4 of 6)");
  }

  @Test
  void conversationsAreReplayedAtMindAndDesk() throws IOException {
    file("menus/bar.json", MENU);
    file(
        "talks.jsonl",
        """
        {"id": "1", "menu": "bar", "language": "en", "turns": [\
        {"said": ["add coffee"], "expect": {"reply_contains": ["5.00"], "cart": [{"item": "coffee"}]}}, \
        {"said": ["add tea"], "expect": {"reply_lacks": ["7.00"], "ordered": false}}]}
        """);

    JsonNode talks = measured().path("conversations");

    assertThat(talks.path("rightTurns").asInt() + talks.path("failures").size()).isEqualTo(2);
    assertThat(talks.at("/failures/0/faults/0").asText("")).doesNotContain("cart");
  }

  @Test
  void labelledTextsAreScoredByLabelAndDialect() throws IOException {
    String file = file("mine.tsv", "so positive\tPOS\ten\nwell\tneu\tsa\nbad\tnegative\tsa\n");

    JsonNode sentiments = measured("--sentiment", file).path("sentiments");

    assertThat(sentiments.at("/all/accuracy").asDouble()).isEqualTo(0.6667);
    assertThat(sentiments.at("/byDialect/sa/accuracy").asDouble()).isEqualTo(0.5);
    assertThat(sentiments.at("/all/confusion/negative/neutral").asInt()).isEqualTo(1);
    assertThat(sentiments.at("/failures/0/said").asText()).isEqualTo("bad");
  }

  @Test
  void ourLabelsAreMappedOntoThoseOfACoarserFile() throws IOException {
    String file =
        file("mine.tsv", "change_order\torder\npraise\tfeedback\ngreeting\tother\nhuman\thuman\n");

    assertThat(measured("--intent", file).at("/intents/all/accuracy").asDouble()).isEqualTo(1);
  }

  @Test
  void labelsOfAFileWithAllOfOursAreTakenAsTheyStand() throws IOException {
    String file = file("mine.tsv", "change_order\torder\ngreeting\tgreeting\n");

    assertThat(measured("--intent", file).at("/intents/all/accuracy").asDouble()).isEqualTo(0.5);
  }

  @Test
  void foreignLabelsAreReadByAMapOfOnesOwn() throws IOException {
    String file = file("mine.tsv", "positive\t5 stars\nnegative\t1 star\n");
    String map = file("map.tsv", "5 stars\tpositive\n1 star\tnegative\n");

    assertThat(measured("--sentiment", file, "--labels", map).at("/sentiments/all/macroF1").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good\\tpositive\\nbad negative      | mine.tsv:2: no tab",
        "good\\tpositive\\nbad\\tawful       | mine.tsv:2: unknown label 'awful'",
        "good\\tpositive\\n\\tnegative       | mine.tsv:2: no text",
        "good\\tpositive\\nbad\\t            | mine.tsv:2: no label",
        "good\\t1\\nbad\\t0                  | mine.tsv:2: 0 without any -1",
        "a\\tpositive\\ten\\tmore            | mine.tsv:1: 4 columns",
        "# nothing                           | mine.tsv: the file has nothing",
      })
  void whatCannotBeMeasuredIsNamedAndNothingElseIsSaid(String text, String fault)
      throws IOException {
    String file = file("mine.tsv", text.replace("\\t", "\t").replace("\\n", "\n"));

    assertThat(run("", "--sentiment", file)).isEqualTo(2);
    assertThat(err).anyMatch(line -> line.contains(fault));
    assertThat(out).isEmpty();
  }

  @Test
  void aFileThatIsNotUtf8IsNamedWithItsLine() throws IOException {
    Path file = folder.resolve("mine.tsv");
    Files.write(file, new byte[] {'a', '\t', '1', '\n', 'b', (byte) 0xE9, '\t', '1', '\n'});

    assertThat(run("", "--intent", file.toString())).isEqualTo(2);
    assertThat(err).containsExactly(file + ":2: not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": \"1\", \"menu\": \"bar\", \"said\": [\"x\"], \"expect\": {\"lines\": [{\"item\": \"cola\"}]}}",
        "{\"id\": \"1\", \"menu\": \"pub\", \"said\": [\"x\"], \"expect\": {}}",
        "{\"id\": \"1\", \"menu\": \"bar\", \"said\": [\"x\"], \"expect\": {\"ask\": [\"cola\"]}}",
        "{\"id\": \"1\", \"menu\": \"bar\", \"said\": [], \"expect\": {}}",
        "{\"id\": \"1\", \"menu\": \"bar\"}",
        "{\"id\": \"1\"",
        "{\"menu\": \"bar\", \"said\": [\"x\"], \"expect\": {}}",
        "{\"id\": \"0\", \"menu\": \"bar\", \"said\": [\"x\"], \"expect\": {}}",
      })
  void aCaseThatDoesNotFitItsMenuIsNamedBeforeAnythingIsMeasured(String bad) throws IOException {
    file("menus/bar.json", MENU);
    String good = "{\"id\": \"0\", \"menu\": \"bar\", \"said\": [\"add tea\"], \"expect\": {}}";
    file("orders.jsonl", good + "\n" + bad + "\n");

    assertThat(run("")).isEqualTo(2);
    assertThat(err).singleElement().asString().contains("orders.jsonl:2: ");
    assertThat(out).isEmpty();
  }

  @Test
  void everyFaultOfAMenuIsNamedAtOnceByItsPath() throws IOException {
    String menu =
        file(
            "bad.json",
            """
            {"categories": [{"name": "A", "items": [
              {"name": "Tea", "price": "dear", "groups": ["nowhere"]},
              {"id": "tea"},
              {"name": "Milk", "groups": [{"id": "g", "kind": "colour", "options": []}]}]}]}
            """);

    assertThat(run("tea", "--parse", "--menu", menu)).isEqualTo(2);
    assertThat(String.join("\n", err))
        .contains("categories[0].items[0].price: 'dear'")
        .contains("categories[0].items[0].groups[0]: there is no group 'nowhere'")
        .contains("categories[0].items[1].name: missing")
        .contains("categories[0].items[1].id: 'tea' is the id of another item")
        .contains("categories[0].items[2].groups[0].kind: 'colour'")
        .contains("categories[0].items[2].groups[0].options: a group needs options");
    assertThat(out).isEmpty();
  }

  @Test
  void eachUtteranceGivesOneLineAndABlankOneAnEmptyCart() throws IOException {
    String menu = file("bar.json", MENU);

    assertThat(run("add tea\n\nadd coffee\\nadd tea", "--parse", "--menu", menu)).isZero();

    assertThat(out).hasSize(3);
    assertThat(Json.MAPPER.readTree(out.get(0)).at("/cart/0/item").asText()).isEqualTo("tea");
    assertThat(Json.MAPPER.readTree(out.get(1)).path("cart")).isEmpty();
    assertThat(Json.MAPPER.readTree(out.get(2)).path("cart")).hasSize(2);
  }

  @Test
  void utterancesAreReadInTheContextThatIsGiven() throws IOException {
    String menu = file("bar.json", MENU);
    String context =
        file("context.json", "{\"cart\": [{\"item\": \"tea\", \"options\": [\"size:large\"]}]}");

    assertThat(run("add coffee", "--parse", "--menu", menu, "--context", context)).isZero();

    JsonNode cart = Json.MAPPER.readTree(out.getFirst()).path("cart");
    assertThat(cart.at("/0/options/0").asText()).isEqualTo("size:large");
    assertThat(cart.at("/1/item").asText()).isEqualTo("coffee");
  }

  @ParameterizedTest
  @CsvSource({
    "--colour",
    "--suite",
    "--mind telepathy",
    "--split most",
    "--failures few",
    "--parse",
    "--split-file x",
    "--suite /nowhere/at/all",
  })
  void aRequestThatCannotBeUnderstoodIsRefused(String arguments) {
    assertThat(run("", arguments.split(" "))).isEqualTo(2);
    assertThat(err).hasSize(1);
    assertThat(out).isEmpty();
  }
}
