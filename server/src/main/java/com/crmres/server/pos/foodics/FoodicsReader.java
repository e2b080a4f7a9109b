package com.crmres.server.pos.foodics;

import com.crmres.common.money.Money;
import com.crmres.common.pos.PosThing;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.pos.PosGroup;
import com.crmres.server.pos.PosMenuItem;
import com.crmres.server.pos.Seen;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes from Foodics' objects only what we need. Staff, customers and devices in them stay
/// outside.
final class FoodicsReader {

  private FoodicsReader() {}

  static Optional<Seen> seen(JsonNode order) {
    String id = order.path("id").asText("");
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Seen(
                id,
                mark(order),
                Statuses.stage(order),
                Statuses.raw(order),
                riyals(order.path("total_price"))));
  }

  /// Our id, where we wrote it.
  static @Nullable UUID mark(JsonNode order) {
    try {
      return UUID.fromString(order.path("meta").path("external_order_id").asText(""));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// What a product is, with its options, at a branch.
  static List<PosMenuItem> product(JsonNode product, @Nullable String branch) {
    List<PosMenuItem> found = new ArrayList<>();
    item(PosThing.ITEM, product, branch, groups(product)).ifPresent(found::add);
    for (JsonNode modifier : product.path("modifiers")) {
      for (JsonNode option : modifier.path("options")) {
        item(PosThing.OPTION, option, branch, List.of()).ifPresent(found::add);
      }
    }
    return found;
  }

  /// How many may be taken stands where a modifier is tied to its product.
  private static List<PosGroup> groups(JsonNode product) {
    List<PosGroup> groups = new ArrayList<>();
    for (JsonNode modifier : product.path("modifiers")) {
      String id = modifier.path("id").asText("");
      List<String> options = new ArrayList<>();
      modifier.path("options").forEach(option -> options.add(option.path("id").asText("")));
      options.removeIf(String::isEmpty);
      if (!id.isEmpty() && !options.isEmpty()) {
        JsonNode tie = modifier.path("pivot");
        groups.add(
            new PosGroup(
                id,
                name(modifier),
                Math.max(0, tie.path("minimum_options").asInt(0)),
                Math.max(0, tie.path("maximum_options").asInt(0)),
                options));
      }
    }
    return groups;
  }

  private static LocalizedText name(JsonNode named) {
    String name = named.path("name").asText("");
    return new LocalizedText(named.path("name_localized").asText(name), name);
  }

  private static Optional<PosMenuItem> item(
      PosThing thing, JsonNode item, @Nullable String branch, List<PosGroup> groups) {
    String id = item.path("id").asText("");
    JsonNode here = pivot(item, branch);
    Money price = riyals(here.path("price"));
    if (price == null) {
      price = riyals(item.path("price"));
    }
    if (id.isEmpty() || price == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PosMenuItem(
            thing,
            id,
            item.path("sku").asText(null),
            name(item),
            price,
            item.path("is_active").asBoolean(true)
                && here.path("is_active").asBoolean(true)
                && here.path("is_in_stock").asBoolean(true),
            groups));
  }

  /// What the branch makes of it.
  private static JsonNode pivot(JsonNode item, @Nullable String branch) {
    for (JsonNode one : item.path("branches")) {
      if (one.path("id").asText("").equals(branch)) {
        return one.path("pivot");
      }
    }
    return item.path("branches").path("pivot");
  }

  /// Foodics writes riyals as JSON numbers.
  private static @Nullable Money riyals(JsonNode amount) {
    if (!amount.isNumber()) {
      return null;
    }
    BigDecimal halalas = amount.decimalValue().movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    return halalas.signum() < 0 ? null : new Money(halalas.longValueExact());
  }
}
