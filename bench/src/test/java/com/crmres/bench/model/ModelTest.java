package com.crmres.bench.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.bench.channel.FrontOffice;
import com.crmres.bench.house.ServerNode;
import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.assistant.UsageLine;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Sender;
import com.crmres.common.wire.Json;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.customers.Customer;
import com.crmres.simulator.openrouter.Behaviour;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Whatever becomes of the language model, every customer is answered, once.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LIMIT = Duration.ofSeconds(9);
  private static final Duration SLACK = Duration.ofSeconds(5);
  private static final String WISH = "ابغى ٢ شاورما دجاج عادي";
  private static final String EMBEDDED = "embedded";

  @SuppressWarnings("NullAway.Init") // opened before the first test
  private static Desk desk;

  @BeforeAll
  static void open() throws Exception {
    desk = Desk.open();
  }

  @AfterAll
  static void close() throws IOException {
    desk.close();
  }

  @Test
  void anOrderIsTakenThroughTheModelAndItsCostIsShown() throws Exception {
    Customer sara = customer(1);

    sara.says(WISH + " استلام من فرع العليا");
    answer(sara, send -> send.options().stream().anyMatch(o -> o.id().contains("confirm")));
    sara.says("نعم");
    answer(sara, send -> send.text().contains("A-"));

    TurnRecord read = desk.turns(sara).getLast();
    assertThat(read.mind()).isEqualTo("openrouter");
    assertThat(read.prompt()).startsWith("desk-");
    assertThat(read.model()).startsWith("bench/first");
    assertThat(read.fellBack()).isNull();
    assertThat(read.microDollars()).isPositive();
    UsageLine cost =
        desk.office.page("/v1/assistant/usage?days=2", UsageLine.class).stream()
            .filter(line -> line.mind().equals("openrouter"))
            .findFirst()
            .orElseThrow();
    assertThat(cost.microDollars()).isGreaterThanOrEqualTo(read.microDollars());
    assertThat(cost.promptTokens()).isPositive();
  }

  @Test
  void theBenchMeasuresThePromptWithItsModelsAndWritesTheRegister(@TempDir Path suite)
      throws Exception {
    Files.createDirectories(suite.resolve("menus"));
    try (InputStream menu = ModelTest.class.getResourceAsStream("/suites/menus/shawarma.json")) {
      Files.copy(Objects.requireNonNull(menu), suite.resolve("menus/shawarma.json"));
    }
    Files.writeString(
        suite.resolve("orders.jsonl"),
        """
        {"id": "1", "dialect": "sa", "menu": "shawarma", "said": ["ابغى ٢ شاورما دجاج"], "expect": {"lines": [{"item": "chicken_shawarma", "quantity": 2}]}}
        """);
    Files.writeString(suite.resolve("intent.tsv"), "ابغى ٢ شاورما دجاج\torder\n");
    Files.writeString(suite.resolve("sentiment.tsv"), "الأكل لذيذ مرة\tpositive\n");
    Files.writeString(suite.resolve("handover.tsv"), "ابغى اكلم موظف\tasked_for_person\n");
    int before = desk.router().recorded().size();

    ServerNode.Said said =
        desk.node.run(
            "com.crmres.server.Assessment",
            "--mind",
            "openrouter",
            "--suite",
            suite.toString(),
            "--menu",
            suite.resolve("menus/shawarma.json").toString(),
            "--register",
            suite.resolve("here/measured.json").toString());

    assertThat(said.code()).as(said.text()).isZero();
    assertThat(said.text()).contains("Register: " + suite.resolve("here/measured.json"));
    assertThat(desk.router().recorded()).hasSizeGreaterThan(before);
    JsonNode run =
        Json.read(Files.readString(suite.resolve("here/measured.json")), JsonNode.class)
            .at("/measured/0");
    assertThat(run.path("prompt").asText()).startsWith("desk-");
    assertThat(run.at("/models/1").asText()).isEqualTo("bench/second");
    assertThat(run.at("/figures/orders").asDouble()).isEqualTo(1);
    assertThat(run.at("/figures/usdPerTurn").asDouble()).isPositive();
    assertThat(run.path("passed").asBoolean()).as(said.text()).isTrue();
  }

  @Test
  void anOutageIsBridgedByTheEmbeddedMindAndOpensTheBreaker() throws Exception {
    desk.router().behave(Behaviour.outage());
    List<Customer> guests = IntStream.range(20, 26).mapToObj(ModelTest::customer).toList();

    guests.forEach(guest -> guest.says(WISH));
    for (Customer guest : guests) {
      assertAnsweredByTheEmbeddedMind(guest);
    }
    int asked = desk.router().recorded().size();
    Customer late = customer(29);
    late.says(WISH);
    TurnRecord turn = assertAnsweredByTheEmbeddedMind(late);

    assertThat(turn.fellBack()).isEqualTo("breaker");
    assertThat(desk.router().recorded()).hasSize(asked);
    desk.router().behave(Behaviour.recovered());
    desk.startAgain();
  }

  @Test
  void aModelThatIsTooSlowLosesTheTurnToTheEmbeddedMind() throws Exception {
    desk.router().behave(Behaviour.latency(LIMIT.multipliedBy(3)));
    Customer guest = customer(3);

    guest.says(WISH);

    assertThat(assertAnsweredByTheEmbeddedMind(guest).fellBack()).isEqualTo("timeout");
    desk.router().behave(Behaviour.latency(Duration.ZERO));
  }

  /// The last, since nothing is asked of the model after it.
  @Test
  @Order(Integer.MAX_VALUE)
  void withoutCreditNobodyWaitsForTheModel() throws Exception {
    desk.router().behave(Behaviour.credit("0"));
    Customer first = customer(4);
    first.says(WISH);
    assertThat(assertAnsweredByTheEmbeddedMind(first).fellBack()).isEqualTo("credit");
    int asked = desk.router().recorded().size();

    Customer second = customer(5);
    second.says(WISH);

    assertThat(assertAnsweredByTheEmbeddedMind(second).fellBack()).isEqualTo("breaker");
    assertThat(desk.router().recorded()).hasSize(asked);
  }

  @Test
  void nothingIsSaidWhenStaffTakeOverWhileTheModelThinks() throws Exception {
    desk.router().behave(Behaviour.latency(LIMIT.dividedBy(2)));
    Customer guest = customer(6);
    int before = desk.router().recorded().size();
    guest.says(WISH);
    desk.awaitRequestBeyond(before);
    ConversationSummary conversation = desk.office.awaitConversation(guest.person());

    desk.office.post(
        "/v1/conversations/" + conversation.id() + "/take-over",
        Map.of(),
        200,
        ConversationSummary.class);

    FrontOffice.untilTrue(
        "the model's answer",
        () -> desk.count(callsOf(conversation) + " and kind = 'answered'") == 1);
    assertThat(desk.simulator.awaitQuiet(PATIENCE, Duration.ofSeconds(3))).isTrue();
    assertThat(desk.turns(guest)).isEmpty();
    assertThat(desk.office.messages(conversation.id()))
        .noneMatch(message -> message.sender() == Sender.AI);
    assertThat(guest.answers()).isEmpty();
    desk.router().behave(Behaviour.latency(Duration.ZERO));
  }

  @Test
  void aServerKilledWhileTheModelThinksAnswersOnceWhenItIsBack() throws Exception {
    desk.router().behave(Behaviour.latency(LIMIT.dividedBy(2)));
    Customer guest = customer(7);
    int before = desk.router().recorded().size();
    guest.says(WISH);
    desk.awaitRequestBeyond(before);

    desk.node.kill();
    desk.router().behave(Behaviour.latency(Duration.ZERO));
    desk.letLeasesRunOut();
    desk.node.start();

    answer(guest, _ -> true);
    assertThat(desk.simulator.awaitQuiet(PATIENCE, Duration.ofSeconds(3))).isTrue();
    assertThat(guest.answers()).hasSize(1);
    assertThat(desk.turns(guest))
        .singleElement()
        .satisfies(turn -> assertThat(turn.mind()).isEqualTo("openrouter"));
    assertThat(desk.count(callsOf(desk.office.awaitConversation(guest.person())))).isEqualTo(2);
  }

  private static TurnRecord assertAnsweredByTheEmbeddedMind(Customer guest) throws Exception {
    answer(guest, _ -> true);
    TurnRecord turn = desk.awaitTurn(guest);
    assertThat(turn.mind()).startsWith(EMBEDDED);
    assertThat(turn.fellBack()).isNotNull();
    assertThat(turn.milliseconds()).isLessThan(LIMIT.plus(SLACK).toMillis());
    return turn;
  }

  private static String callsOf(ConversationSummary conversation) {
    return "model_call where conversation_id = '" + conversation.id() + "'";
  }

  private static Customer customer(int number) {
    return desk.simulator.customer(
        "9665512340" + String.format(Locale.ROOT, "%02d", number), "ضيف " + number);
  }

  private static Send answer(Customer customer, Predicate<Send> fits) throws InterruptedException {
    Optional<Send> send = customer.awaitAnswer(fits, PATIENCE);
    assertThat(send)
        .as("an answer among %s", customer.answers().stream().map(Send::text).toList())
        .isPresent();
    return send.get();
  }
}
