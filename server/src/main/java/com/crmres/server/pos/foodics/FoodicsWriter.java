package com.crmres.server.pos.foodics;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.wire.Json;
import com.crmres.server.pos.Account;
import com.crmres.server.pos.PosOrder;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes an order as Foodics takes it. Prices of dishes are left out: the till's own count, and a
/// total that differs is shown to people; what is brought on top or taken off is ours to say.
final class FoodicsWriter {

  private static final int PICKUP = 2;
  private static final int DELIVERY = 3;
  private static final int FROM_API = 2;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private FoodicsWriter() {}

  static ObjectNode order(Account account, PosOrder order) {
    ObjectNode written = Json.MAPPER.createObjectNode();
    written.put("branch_id", account.posBranch());
    written.put("type", order.fulfilment() == Fulfilment.DELIVERY ? DELIVERY : PICKUP);
    written.put("source", FROM_API);
    written.put("customer_notes", notes(order));
    Instant dueAt = order.dueAt();
    if (dueAt != null) {
      written.put("due_at", moment(dueAt));
    }
    if (order.discount().halalas() > 0) {
      written.put("discount_amount", riyals(order.discount()));
    }
    if (account.deliveryCharge() != null && order.deliveryFee().halalas() > 0) {
      written
          .putArray("charges")
          .addObject()
          .put("charge_id", account.deliveryCharge())
          .put("amount", riyals(order.deliveryFee()));
    }
    ArrayNode products = written.putArray("products");
    order.lines().forEach(line -> products.add(product(line)));
    written
        .putObject("meta")
        .put("external_order_id", order.id().toString())
        .put("external_key", order.key())
        .put("external_number", order.number());
    return written;
  }

  static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  private static BigDecimal riyals(Money amount) {
    return BigDecimal.valueOf(amount.halalas(), 2);
  }

  /// Whom to call and where to bring it: without customers of their own at the till it stands here.
  private static String notes(PosOrder order) {
    PosOrder.Place place = order.place();
    Stream<String> where =
        place == null
            ? Stream.empty()
            : Stream.of(
                place.text() == null ? "" : place.text(),
                place.latitude() == null
                    ? ""
                    : "https://maps.google.com/?q=" + place.latitude() + "," + place.longitude());
    return Stream.of(
            Stream.of(order.number()),
            Stream.ofNullable(order.customer().name()),
            Stream.ofNullable(order.customer().phone()).map(phone -> "+" + phone),
            where,
            Stream.ofNullable(order.note()))
        .flatMap(parts -> parts)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" | "));
  }

  private static ObjectNode product(PosOrder.Line line) {
    ObjectNode written = Json.MAPPER.createObjectNode();
    written.put("product_id", line.posId());
    written.put("quantity", line.quantity());
    String notes = kitchenNotes(line);
    if (!notes.isEmpty()) {
      written.put("kitchen_notes", notes);
    }
    ArrayNode options = written.putArray("options");
    line.options().stream()
        .filter(option -> option.preModifier() != PreModifier.NO)
        .forEach(option ->
            options.addObject().put("modifier_option_id", option.posId()).put("quantity", 1));
    return written;
  }

  /// It has no pre-modifiers: how an option is wanted, its kitchen reads in words.
  private static String kitchenNotes(PosOrder.Line line) {
    return Stream.concat(
            line.options().stream()
                .filter(option -> option.preModifier() != null)
                .map(PosOrder.Option::name),
            Stream.ofNullable(line.note()))
        .collect(Collectors.joining("; "));
  }
}
