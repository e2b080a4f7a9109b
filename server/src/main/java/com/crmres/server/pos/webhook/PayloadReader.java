package com.crmres.server.pos.webhook;

import com.crmres.common.money.Money;
import com.crmres.common.pos.PosThing;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.pos.PosGroup;
import com.crmres.server.pos.PosMenuItem;
import com.crmres.server.pos.Seen;
import com.crmres.server.pos.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what a till answers (docs/pos.md, Answers); what it does not know is left out.
final class PayloadReader {

  private PayloadReader() {}

  /// An order; empty if it has no reference.
  static Optional<Seen> seen(JsonNode order) {
    String reference = order.path("reference").asText("");
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    String raw = order.path("status").asText("");
    JsonNode total = order.path("total");
    return Optional.of(
        new Seen(
            reference,
            uuid(order.path("orderId").asText("")),
            stage(raw),
            raw,
            total.isIntegralNumber() && total.asLong() >= 0 ? new Money(total.asLong()) : null));
  }

  static List<Seen> orders(JsonNode answer) {
    List<Seen> found = new ArrayList<>();
    answer.path("orders").forEach(order -> seen(order).ifPresent(found::add));
    return List.copyOf(found);
  }

  static List<PosMenuItem> menu(JsonNode answer) {
    List<PosMenuItem> found = new ArrayList<>();
    answer.path("items").forEach(item -> item(PosThing.ITEM, item).ifPresent(found::add));
    answer.path("options").forEach(item -> item(PosThing.OPTION, item).ifPresent(found::add));
    return List.copyOf(found);
  }

  private static Optional<PosMenuItem> item(PosThing thing, JsonNode item) {
    String id = item.path("posId").asText("");
    JsonNode price = item.path("price");
    if (id.isEmpty() || !price.isIntegralNumber() || price.asLong() < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new PosMenuItem(
            thing,
            id,
            item.path("sku").asText(null),
            name(item),
            new Money(price.asLong()),
            item.path("active").asBoolean(true),
            groups(item)));
  }

  private static List<PosGroup> groups(JsonNode item) {
    List<PosGroup> groups = new ArrayList<>();
    for (JsonNode group : item.path("groups")) {
      String id = group.path("posId").asText("");
      List<String> options = new ArrayList<>();
      group.path("options").forEach(option -> options.add(option.asText("")));
      options.removeIf(String::isEmpty);
      if (!id.isEmpty() && !options.isEmpty()) {
        groups.add(
            new PosGroup(
                id,
                name(group),
                Math.max(0, group.path("min").asInt(0)),
                Math.max(0, group.path("max").asInt(0)),
                options));
      }
    }
    return groups;
  }

  private static LocalizedText name(JsonNode named) {
    return new LocalizedText(
        named.path("name").path("ar").asText(""), named.path("name").path("en").asText(""));
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static Stage stage(String word) {
    return switch (word) {
      case "pending" -> Stage.PENDING;
      case "accepted" -> Stage.ACCEPTED;
      case "preparing" -> Stage.PREPARING;
      case "ready" -> Stage.READY;
      case "on_the_way" -> Stage.ON_THE_WAY;
      case "completed" -> Stage.COMPLETED;
      case "declined" -> Stage.DECLINED;
      case "voided" -> Stage.VOIDED;
      case "returned" -> Stage.RETURNED;
      default -> Stage.UNKNOWN;
    };
  }
}
