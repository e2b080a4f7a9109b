package com.crmres.simulator.pos;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/// The till's books: what it sells and the orders it has, in Foodics' shapes.
final class FoodicsTill {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Clock clock;
  private final Faults faults;
  private final Consumer<ObjectNode> webhook;
  private final Map<String, ObjectNode> products = new LinkedHashMap<>();
  private final Map<String, ObjectNode> options = new LinkedHashMap<>();
  private final Map<String, ObjectNode> orders = new LinkedHashMap<>();

  FoodicsTill(Clock clock, Faults faults, Consumer<ObjectNode> webhook) {
    this.clock = clock;
    this.faults = faults;
    this.webhook = webhook;
  }

  /// Something the till sells.
  synchronized void sell(String id, String name, String nameLocalized, long halalas) {
    products.put(id, thing(id, name, nameLocalized, halalas));
  }

  /// A choice that every product offers.
  synchronized void offer(String id, String name, String nameLocalized, long halalas) {
    options.put(id, thing(id, name, nameLocalized, halalas));
  }

  synchronized void setActive(String id, boolean active) {
    find(products, id).put("is_active", active);
  }

  private static ObjectNode thing(String id, String name, String localized, long halalas) {
    ObjectNode thing = Json.MAPPER.createObjectNode();
    thing.put("id", id);
    thing.put("sku", "sk-" + id);
    thing.put("name", name);
    thing.put("name_localized", localized);
    thing.put("price", riyals(halalas));
    thing.put("is_active", true);
    return thing;
  }

  synchronized List<JsonNode> menu() {
    List<JsonNode> all = new ArrayList<>();
    for (ObjectNode product : products.values()) {
      ObjectNode shown = product.deepCopy();
      ArrayNode choices = shown.putArray("modifiers").addObject().putArray("options");
      options.values().forEach(option -> choices.add(option.deepCopy()));
      all.add(shown);
    }
    return all;
  }

  /// Takes an order.
  ///
  /// @return empty if the till does not know what is ordered
  synchronized Optional<ObjectNode> create(JsonNode wish) {
    OptionalLong total = total(wish);
    return total.isEmpty()
        ? Optional.empty()
        : Optional.of(
            book(
                wish,
                faults.happens(Fault.OTHER_TOTAL) ? total.getAsLong() + 100 : total.getAsLong()));
  }

  /// What it counts; empty if it does not know what is ordered.
  private OptionalLong total(JsonNode wish) {
    long total = 0;
    for (JsonNode line : wish.path("products")) {
      ObjectNode product = products.get(line.path("product_id").asText());
      if (product == null) {
        return OptionalLong.empty();
      }
      long one = halalas(product.path("price"));
      for (JsonNode option : line.path("options")) {
        ObjectNode choice = options.get(option.path("modifier_option_id").asText());
        if (choice == null) {
          return OptionalLong.empty();
        }
        one += halalas(choice.path("price")) * option.path("quantity").asInt(1);
      }
      total += one * line.path("quantity").asInt(1);
    }
    for (JsonNode charge : wish.path("charges")) {
      if (charge.path("charge_id").asText("").isEmpty()) {
        return OptionalLong.empty();
      }
      total += halalas(charge.path("amount"));
    }
    total -= halalas(wish.path("discount_amount"));
    return OptionalLong.of(total);
  }

  private ObjectNode book(JsonNode wish, long total) {
    ObjectNode order = Json.MAPPER.createObjectNode();
    order.put("id", UUID.randomUUID().toString());
    order.put("number", orders.size() + 1);
    order.put("reference", 1000 + orders.size());
    order.put("type", wish.path("type").asInt());
    order.put("source", wish.path("source").asInt());
    order.put("status", 1);
    order.putNull("delivery_status");
    order.put("customer_notes", wish.path("customer_notes").asText());
    order.put("due_at", wish.path("due_at").asText(null));
    order.putArray("charges").addAll(charges(wish));
    order.put("discount_amount", riyals(halalas(wish.path("discount_amount"))));
    order.put("total_price", riyals(total));
    order.putObject("branch").put("id", wish.path("branch_id").asText());
    order.set("products", wish.path("products").deepCopy());
    order.set("meta", wish.path("meta").deepCopy());
    order.putObject("creator").put("email", "cashier@till.example").put("pin", "0000");
    order.put("created_at", now());
    order.put("updated_at", now());
    orders.put(order.path("id").asText(), order);
    return order.deepCopy();
  }

  private static ArrayNode charges(JsonNode wish) {
    return wish.path("charges") instanceof ArrayNode charges
        ? charges.deepCopy()
        : Json.MAPPER.createArrayNode();
  }

  /// Changes an order by the API: a pending order may be declined or accepted, an active one told
  /// how far it is; what nobody has begun may hold something else; nothing is voided from outside.
  ///
  /// @return empty if that is not allowed
  synchronized Optional<ObjectNode> change(String id, JsonNode wish) {
    ObjectNode order = orders.get(id);
    int status = order == null ? 0 : order.path("status").asInt();
    int wanted = wish.path("status").asInt(status);
    boolean allowed = status == 1 || (status == 2 && wanted == 2);
    if (order == null || !allowed || wanted > 3) {
      return Optional.empty();
    }
    if (wish.has("products")) {
      OptionalLong total = total(wish);
      if (total.isEmpty() || order.path("delivery_status").asInt(0) > 0) {
        return Optional.empty();
      }
      order.set("products", wish.path("products").deepCopy());
      order.put("customer_notes", wish.path("customer_notes").asText());
      order.put("total_price", riyals(total.getAsLong()));
    }
    return Optional.of(set(order, wanted, wish.path("delivery_status").asInt(0), "order.updated"));
  }

  /// Somebody at the till moves an order.
  synchronized void move(String id, int status, int delivery) {
    set(find(orders, id), status, delivery, "order.updated");
  }

  /// The till loses an order.
  synchronized void lose(String id) {
    orders.remove(id);
  }

  private ObjectNode set(ObjectNode order, int status, int delivery, String event) {
    order.put("status", status);
    if (delivery > 0) {
      order.put("delivery_status", delivery);
    }
    order.put("updated_at", now());
    ObjectNode told = Json.MAPPER.createObjectNode();
    told.put("timestamp", clock.instant().getEpochSecond());
    told.put("event", event);
    told.putObject("business").put("name", "Till").put("reference", 100100);
    told.set("order", order.deepCopy());
    webhook.accept(told);
    return order.deepCopy();
  }

  synchronized List<JsonNode> orders() {
    return List.copyOf(orders.values().stream().map(ObjectNode::deepCopy).toList());
  }

  private String now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).format(MOMENT);
  }

  private static ObjectNode find(Map<String, ObjectNode> all, String id) {
    ObjectNode found = all.get(id);
    if (found == null) {
      throw new IllegalArgumentException("the till has no " + id);
    }
    return found;
  }

  private static BigDecimal riyals(long halalas) {
    return BigDecimal.valueOf(halalas, 2).stripTrailingZeros();
  }

  /// An amount that is not there is nothing.
  private static long halalas(JsonNode amount) {
    return amount.decimalValue().movePointRight(2).longValueExact();
  }
}
