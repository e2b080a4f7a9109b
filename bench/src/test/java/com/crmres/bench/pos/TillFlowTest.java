package com.crmres.bench.pos;

import static com.crmres.bench.shop.Shop.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.bench.shop.Shop;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.simulator.pos.Fault;
import com.crmres.simulator.pos.FoodicsSimulator;
import com.crmres.simulator.pos.SampleTill;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Orders on their way to a till and back, over real HTTP, with everything that goes wrong there.
@SuppressWarnings("NullAway.Init") // JUnit calls open first
class TillFlowTest {

  private static final String TOKEN = "a-token-of-the-till-0123456789";

  private static Shop shop;
  private FoodicsSimulator till;

  @BeforeAll
  static void open() throws Exception {
    shop = new Shop();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void connect() throws Exception {
    shop.executed("update pos_setting set enabled = false");
    shop.executed("delete from pos_step");
    shop.executed("delete from pos_order where order_id in (select id from orders)");
    till = FoodicsSimulator.start(TOKEN);
    for (JsonNode line : shop.connect("foodics", till.baseUrl(), TOKEN)) {
      String posId = line.path("posId").asText();
      String en = line.path("name").path("en").asText();
      String ar = line.path("name").path("ar").asText();
      long halalas = new BigDecimal(line.path("price").asText()).movePointRight(2).longValueExact();
      if (line.path("thing").asText().equals("item")) {
        till.sell(posId, en, ar, halalas);
      } else {
        till.offer(posId, en, ar, halalas);
      }
    }
    till.target(shop.eventsAddress());
  }

  @AfterEach
  void leave() {
    till.close();
  }

  @Test
  void anOrderIsAtTheTillWithinTwoSecondsAndFollowsWhatPeopleDoThere() throws Exception {
    List<Long> took = new ArrayList<>();
    OrderSummary order = shop.order();
    for (int i = 0; i < 4; i++) {
      took.add(handOverMillis(order.id()));
      order = shop.order();
    }
    took.add(handOverMillis(order.id()));
    took.sort(null);
    IO.println("from placed to the till: " + took + " ms");
    assertThat(took.get(2)).isLessThan(2_000);

    String reference = reference(order.id());
    assertThat(till.orders()).hasSize(5);
    till.move(reference, 2, 0);
    awaitStatus(order.id(), OrderStatus.CONFIRMED);
    till.happen(Fault.WEBHOOK_TWICE);
    till.move(reference, 2, 2);
    awaitStatus(order.id(), OrderStatus.READY);
    till.move(reference, 2, 1);
    till.move(reference, 4, 0);
    awaitStatus(order.id(), OrderStatus.DELIVERED);
    till.move(reference, 2, 2);
    UUID id = order.id();
    until("a late status is kept", () -> effects(id).contains("kept"));
    assertThat(shop.status(id)).isEqualTo(OrderStatus.DELIVERED);
  }

  @Test
  void aServerKilledWhileTheTillHasTheOrderAlreadyMakesNoSecondOne() throws Exception {
    till.happen(Fault.SILENT_AFTER_CREATING);
    OrderSummary order = shop.order();
    until("the till has it", () -> till.orders().size() == 1);

    shop.server.kill();
    shop.server.start();
    shop.signIn();
    shop.executed("update pos_step set leased_until = now()");

    assertThat(reference(order.id())).isEqualTo(till.orders().getFirst().path("id").asText());
    assertThat(till.orders()).hasSize(1);
  }

  @Test
  void errorsAndPausesLeaveOneOrderThere() throws Exception {
    till.happen(Fault.TOO_MANY_REQUESTS, Fault.ERROR_BEFORE_CREATING, Fault.ERROR_AFTER_CREATING);
    OrderSummary order = shop.order();

    assertThat(reference(order.id())).isNotEmpty();
    assertThat(till.orders()).hasSize(1);
    assertThat(till.left()).isEmpty();
  }

  @Test
  void whatDiffersIsListedAndGoneOnceItIsMended() throws Exception {
    till.happen(Fault.OTHER_TOTAL, Fault.WEBHOOK_LOST);
    OrderSummary order = shop.order();
    String reference = reference(order.id());
    till.move(reference, 2, 1);
    shop.compareNow();

    awaitStatus(order.id(), OrderStatus.PREPARING);
    until("a drift", () -> drifts().equals(List.of("total_differs/correct_price")));

    till.lose(reference);
    shop.executed("update pos_order set seen_at = now() - interval '5 minutes'");
    shop.compareNow();
    until("it is missing", () -> drifts().equals(List.of("missing_there/hand_over_again")));

    shop.call("POST", "/v1/pos/" + shop.olaya + "/orders/" + order.id() + "/hand-over", null);
    until("the till has it again", () -> till.orders().size() == 1);
    shop.compareNow();
    until("nothing differs", () -> drifts().stream().noneMatch(one -> one.startsWith("missing")));
  }

  @Test
  void aCancellationAfterAcceptanceIsATaskUntilSomebodyProvesTheVoid() throws Exception {
    OrderSummary order = shop.order();
    String reference = reference(order.id());
    till.move(reference, 2, 1);
    awaitStatus(order.id(), OrderStatus.PREPARING);
    shop.customerOf(order).says("الغ الطلب");
    awaitStatus(order.id(), OrderStatus.CANCEL_REQUESTED);
    until("a task", () -> !tasks().isEmpty());

    var refused =
        shop.answer(
            "POST",
            "/v1/orders/" + order.id() + "/changes",
            shop.wish(order.id(), "cancel").put("reason", "x").toString());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(shop.status(order.id())).isEqualTo(OrderStatus.CANCEL_REQUESTED);

    shop.call(
        "POST",
        "/v1/tasks/" + tasks().getFirst().path("id").asText() + "/done",
        "{\"proof\":\"void receipt 4711\"}");
    awaitStatus(order.id(), OrderStatus.CANCELLED);
    until("nothing is left to do", () -> shop.asked("select order_id from pos_step").isEmpty());
    assertThat(tasks()).isEmpty();
  }

  @Test
  void anOrderWithADishTheTillDoesNotKnowWaitsForPeople() throws Exception {
    shop.executed("delete from pos_mapping");
    OrderSummary order = shop.order();
    until("a task", () -> !tasks().isEmpty());
    assertThat(tasks().getFirst().path("kind").asText()).isEqualTo("pos_unmapped");
    assertThat(till.orders()).isEmpty();

    shop.connect("foodics", till.baseUrl(), TOKEN);
    assertThat(reference(order.id())).isNotEmpty();
    until("the task is settled", () -> tasks().isEmpty());
  }

  @Test
  void theMenuOfTheTillIsShownAndTakenOverOnlyWhereSomebodyWantsIt() throws Exception {
    JsonNode line =
        shop.call("GET", "/v1/pos/" + shop.olaya + "/mapping", null).path("items").path(0);
    String ours = line.path("ourId").asText();
    String price = line.path("price").asText();
    till.sell("p-" + ours, line.path("name").path("en").asText(), "x", 4321);
    till.setActive("p-" + ours, false);

    List<String> changes = changes(shop.call("POST", "/v1/pos/" + shop.olaya + "/menu", null));
    assertThat(changes).contains("price_differs", "sold_out_there");
    assertThat(
            shop.call("GET", "/v1/pos/" + shop.olaya + "/mapping", null)
                .path("items")
                .path(0)
                .path("price")
                .asText())
        .isEqualTo(price);

    String wish = "{\"itemIds\":[\"" + ours + "\"]}";
    assertThat(changes(shop.call("POST", "/v1/pos/" + shop.olaya + "/menu/apply", wish)))
        .doesNotContain("price_differs", "sold_out_there");
    till.sell("p-" + ours, "x", "x", new BigDecimal(price).movePointRight(2).longValueExact());
    shop.call("POST", "/v1/pos/" + shop.olaya + "/menu", null);
    shop.call("POST", "/v1/pos/" + shop.olaya + "/menu/apply", wish);
  }

  @Test
  void theSampleReceiverTakesOrdersBySignedWebhookAndTellsOfThem() throws Exception {
    String secret = "a-secret-both-sides-share-0123";
    try (SampleTill sample = SampleTill.start(secret, 0)) {
      shop.connect("webhook", sample.address(), secret);
      JsonNode test = shop.call("POST", "/v1/pos/" + shop.olaya + "/test", null);
      assertThat(test.path("works").asBoolean()).isTrue();
      OrderSummary order = shop.order();
      String reference = reference(order.id());
      sample.move(reference, "accepted");

      byte[] body =
          "{\"type\":\"order.changed\",\"reference\":\"%s\"}"
              .formatted(reference)
              .getBytes(StandardCharsets.UTF_8);
      Map<String, String> headers = sample.signed("event-1", body);
      assertThat(shop.deliver(shop.eventsAddress(), headers, body)).isEqualTo(204);
      assertThat(shop.deliver(shop.eventsAddress(), headers, body)).isEqualTo(204);
      awaitStatus(order.id(), OrderStatus.CONFIRMED);
      body[body.length - 3] = 'x';
      assertThat(shop.deliver(shop.eventsAddress(), headers, body)).isEqualTo(401);

      shop.change(order.id(), "start_preparing", null);
      until(
          "the till hears of our moves",
          () -> sample.orders().getFirst().path("status").asText().equals("preparing"));
    }
  }

  private static List<String> changes(JsonNode page) {
    List<String> found = new ArrayList<>();
    page.path("items").forEach(item -> found.add(item.path("change").asText()));
    return found;
  }

  private static void awaitStatus(UUID order, OrderStatus status) throws Exception {
    until("the order is " + status, () -> shop.status(order) == status);
  }

  /// What the till calls an order, as soon as it has it.
  private static String reference(UUID order) throws Exception {
    String sql =
        "select reference from pos_order where reference is not null and order_id = '"
            + order
            + "'";
    until("the till has the order", () -> !shop.asked(sql).isEmpty());
    return shop.asked(sql);
  }

  private static long handOverMillis(UUID order) throws Exception {
    String reference = reference(order);
    return Math.round(
        Double.parseDouble(
            shop.asked(
                """
                select extract(epoch from p.handed_at - o.placed_at) * 1000
                  from pos_order p join orders o on o.id = p.order_id where p.reference = '%s'
                """
                    .formatted(reference))));
  }

  private static String effects(UUID order) throws Exception {
    return shop.asked(
        "select string_agg(effect, ',' order by at) from pos_observation where order_id = '"
            + order
            + "'");
  }

  private static List<JsonNode> tasks() throws Exception {
    List<JsonNode> found = new ArrayList<>();
    shop.call("GET", "/v1/tasks?kind=pos_cancel,pos_unmapped,pos_refused", null)
        .path("items")
        .forEach(found::add);
    return found;
  }

  private static List<String> drifts() throws Exception {
    List<String> found = new ArrayList<>();
    shop.call("GET", "/v1/pos/drift?branch=" + shop.olaya, null)
        .path("items")
        .forEach(
            item -> found.add(item.path("kind").asText() + "/" + item.path("action").asText()));
    return found;
  }
}
