package com.crmres.server.pos.foodics;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.pos.PosKind;
import com.crmres.common.wire.Json;
import com.crmres.server.pos.Account;
import com.crmres.server.pos.Caller;
import com.crmres.server.pos.Connector;
import com.crmres.server.pos.PosAnswer;
import com.crmres.server.pos.PosMenuItem;
import com.crmres.server.pos.PosOrder;
import com.crmres.server.pos.Seen;
import com.crmres.server.pos.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Speaks to Foodics: orders and menu by its API, its webhooks as hints. It has no idempotency key,
/// so our mark in `meta` is looked for before a doubtful order is repeated.
public final class FoodicsConnector implements Connector {

  private final Pages pages;

  public FoodicsConnector(Caller caller) {
    this.pages = new Pages(caller);
  }

  @Override
  public PosKind kind() {
    return PosKind.FOODICS;
  }

  @Override
  public PosAnswer<Seen> push(Account account, PosOrder order) throws InterruptedException {
    return seen(pages.post(account, "/orders", FoodicsWriter.order(account, order)));
  }

  /// The filter is asked for, and its answer looked through all the same: one that a till ignores
  /// would else name somebody else's order.
  @Override
  public PosAnswer<Optional<Seen>> find(Account account, UUID orderId) throws InterruptedException {
    PosAnswer<List<JsonNode>> answer =
        pages.all(
            account,
            "/orders",
            Map.of("filter[meta.external_order_id]", orderId.toString(), "sort", "-created_at"));
    return answer.map(found ->
        found.stream()
            .filter(order -> orderId.equals(FoodicsReader.mark(order)))
            .findFirst()
            .flatMap(FoodicsReader::seen));
  }

  @Override
  public PosAnswer<Optional<Seen>> fetch(Account account, String reference)
      throws InterruptedException {
    PosAnswer<List<JsonNode>> answer =
        pages.all(account, "/orders", Map.of("filter[id]", reference));
    return answer.map(found ->
        found.stream()
            .filter(order -> reference.equals(order.path("id").asText("")))
            .findFirst()
            .flatMap(FoodicsReader::seen));
  }

  @Override
  public boolean takesChanges() {
    return true;
  }

  /// The whole order once more, in the place of what it was.
  @Override
  public PosAnswer<Seen> change(Account account, Ours ours, PosOrder order)
      throws InterruptedException {
    ObjectNode changed = FoodicsWriter.order(account, order);
    return seen(pages.put(account, "/orders/" + ours.reference(), changed));
  }

  /// The till accepts orders and closes them itself; we may accept one that is pending, and say how
  /// far it is.
  @Override
  public PosAnswer<Seen> tell(Account account, Ours order, OrderStatus status)
      throws InterruptedException {
    ObjectNode change = Json.MAPPER.createObjectNode();
    OptionalInt delivery = Statuses.delivery(status);
    change.put("status", Statuses.ACTIVE);
    delivery.ifPresent(number -> change.put("delivery_status", number));
    return seen(pages.put(account, "/orders/" + order.reference(), change));
  }

  /// Only a pending order can be declined from outside; what is accepted is voided at the till.
  @Override
  public PosAnswer<Boolean> cancel(Account account, Ours order) throws InterruptedException {
    PosAnswer<Optional<Seen>> there = fetch(account, order.reference());
    if (!(there instanceof PosAnswer.Done<Optional<Seen>>(Optional<Seen> seen))) {
      return there.map(_ -> false);
    }
    return switch (seen.map(Seen::stage).orElse(Stage.VOIDED)) {
      case DECLINED, VOIDED -> new PosAnswer.Done<>(true);
      case PENDING -> {
        ObjectNode change = Json.MAPPER.createObjectNode().put("status", Statuses.DECLINED);
        yield pages.put(account, "/orders/" + order.reference(), change).map(_ -> true);
      }
      case ACCEPTED, PREPARING, READY, ON_THE_WAY, COMPLETED, RETURNED, UNKNOWN ->
          new PosAnswer.Done<>(false);
    };
  }

  @Override
  public PosAnswer<List<Seen>> changedSince(Account account, Instant since)
      throws InterruptedException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("filter[updated_after]", FoodicsWriter.moment(since));
    query.put("sort", "updated_at");
    if (account.posBranch() != null) {
      query.put("filter[branch_id]", account.posBranch());
    }
    return pages
        .all(account, "/orders", query)
        .map(found ->
            found.stream()
                .filter(order -> FoodicsReader.mark(order) != null)
                .flatMap(order -> FoodicsReader.seen(order).stream())
                .toList());
  }

  @Override
  public PosAnswer<List<PosMenuItem>> menu(Account account) throws InterruptedException {
    return pages
        .all(account, "/products", Map.of("include", "modifiers.options,branches"))
        .map(products -> {
          List<PosMenuItem> found = new ArrayList<>();
          products.forEach(
              product -> found.addAll(FoodicsReader.product(product, account.posBranch())));
          return List.copyOf(found);
        });
  }

  @Override
  public PosAnswer<Boolean> health(Account account) throws InterruptedException {
    return pages.one(account, "/branches", Map.of("per_page", "1")).map(_ -> true);
  }

  @Override
  public Hint read(Delivery delivery, byte[] body, String secret, String hook, Instant now) {
    if (!MessageDigest.isEqual(bytes(hook), bytes(delivery.pathSecret()))) {
      return new Hint.Forged();
    }
    try {
      JsonNode event = Json.read(new String(body, StandardCharsets.UTF_8), JsonNode.class);
      String reference = event.path("order").path("id").asText("");
      return reference.isEmpty() ? new Hint.Nothing() : new Hint.Heard(id(event), reference);
    } catch (IllegalArgumentException _) {
      return new Hint.Unreadable();
    }
  }

  /// Its events have no id: what is the same in all of this is the same event.
  private static String id(JsonNode event) {
    JsonNode order = event.path("order");
    return String.join(
        "|",
        event.path("event").asText(""),
        event.path("timestamp").asText(""),
        order.path("id").asText(""),
        Statuses.raw(order));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static PosAnswer<Seen> seen(PosAnswer<JsonNode> answer) {
    if (answer instanceof PosAnswer.Done<JsonNode>(JsonNode body)) {
      return FoodicsReader.seen(body.path("data"))
          .<PosAnswer<Seen>>map(PosAnswer.Done::new)
          .orElseGet(() -> new PosAnswer.InDoubt<>("an answer without an order"));
    }
    return answer.map(_ -> {
      throw new IllegalStateException("only what is done has a body");
    });
  }
}
