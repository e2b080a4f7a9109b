package com.crmres.server.pos.webhook;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.wire.Json;
import com.crmres.server.pos.Connector;
import com.crmres.server.pos.PosOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes what the webhook says (docs/pos.md, Payloads).
final class Payload {

  private Payload() {}

  static ObjectNode ping() {
    return of("ping");
  }

  static ObjectNode menu() {
    return of("menu.query");
  }

  static ObjectNode placed(PosOrder order) {
    ObjectNode payload = of("order.placed");
    payload.put("key", order.key());
    payload.set("order", written(order));
    return payload;
  }

  static ObjectNode updated(Connector.Ours ours, PosOrder order) {
    ObjectNode payload = of("order.updated");
    payload.put("reference", ours.reference());
    payload.put("key", order.key());
    payload.set("order", written(order));
    return payload;
  }

  static ObjectNode status(Connector.Ours order, OrderStatus status) {
    ObjectNode payload = of("order.status");
    payload.put("orderId", order.orderId().toString());
    payload.put("reference", order.reference());
    payload.put("status", status.wireName());
    return payload;
  }

  static ObjectNode cancel(Connector.Ours order) {
    ObjectNode payload = of("order.cancel");
    payload.put("orderId", order.orderId().toString());
    payload.put("reference", order.reference());
    return payload;
  }

  static ObjectNode find(UUID orderId) {
    return of("order.query").put("orderId", orderId.toString());
  }

  static ObjectNode fetch(String reference) {
    return of("order.query").put("reference", reference);
  }

  static ObjectNode changed(Instant since) {
    return of("orders.query").put("since", since.toString());
  }

  private static ObjectNode of(String type) {
    return Json.MAPPER.createObjectNode().put("type", type);
  }

  /// Amounts are halalas here: a till that reads numbers as floating point does no harm to them.
  private static ObjectNode written(PosOrder order) {
    ObjectNode written = Json.MAPPER.createObjectNode();
    written.put("id", order.id().toString());
    written.put("number", order.number());
    written.put("fulfilment", order.fulfilment().wireName());
    written.put("status", order.status().wireName());
    written.put("deliveryFee", order.deliveryFee().halalas());
    written.put("discount", order.discount().halalas());
    written.put("total", order.total().halalas());
    written.put("vat", order.vat().halalas());
    written.put("note", order.note());
    written.put("placedAt", order.placedAt().toString());
    written.put("scheduledFor", moment(order.scheduledFor()));
    written.put("promisedAt", moment(order.promisedAt()));
    written.set("customer", customer(order));
    written.set("place", place(order));
    ArrayNode lines = written.putArray("lines");
    order.lines().forEach(line -> lines.add(line(line)));
    return written;
  }

  private static @Nullable String moment(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static ObjectNode customer(PosOrder order) {
    return Json.MAPPER
        .createObjectNode()
        .put("name", order.customer().name())
        .put("phone", order.customer().phone());
  }

  private static JsonNode place(PosOrder order) {
    PosOrder.Place place = order.place();
    return place == null
        ? Json.MAPPER.nullNode()
        : Json.MAPPER
            .createObjectNode()
            .put("latitude", place.latitude())
            .put("longitude", place.longitude())
            .put("text", place.text());
  }

  private static ObjectNode line(PosOrder.Line line) {
    ObjectNode written = Json.MAPPER.createObjectNode();
    written.put("posId", line.posId());
    written.put("name", line.name());
    written.put("quantity", line.quantity());
    written.put("total", line.total().halalas());
    written.put("note", line.note());
    ArrayNode options = written.putArray("options");
    line.options().forEach(option -> options.add(option(option)));
    return written;
  }

  private static ObjectNode option(PosOrder.Option option) {
    PreModifier wanted = option.preModifier();
    ObjectNode written = Json.MAPPER.createObjectNode();
    written.put("posId", option.posId());
    written.put("name", option.name());
    if (wanted != null) {
      written.put("preModifier", wanted.wireName());
    }
    return written;
  }
}
