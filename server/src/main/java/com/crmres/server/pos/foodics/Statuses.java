package com.crmres.server.pos.foodics;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.pos.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/// Foodics' numbers and our words.
final class Statuses {

  static final int PENDING = 1;
  static final int ACTIVE = 2;
  static final int DECLINED = 3;
  private static final int CLOSED = 4;
  private static final int RETURNED = 5;
  private static final int VOID = 7;

  private static final int SENT_TO_KITCHEN = 1;
  private static final int READY = 2;
  private static final int ASSIGNED = 3;
  private static final int EN_ROUTE = 4;
  private static final int DELIVERED = 5;
  private static final int DELIVERY_CLOSED = 6;

  private Statuses() {}

  static Stage stage(JsonNode order) {
    return switch (order.path("status").asInt(0)) {
      case PENDING -> Stage.PENDING;
      case ACTIVE -> active(order.path("delivery_status").asInt(0));
      case DECLINED -> Stage.DECLINED;
      case CLOSED -> Stage.COMPLETED;
      case RETURNED -> Stage.RETURNED;
      case VOID -> Stage.VOIDED;
      default -> Stage.UNKNOWN;
    };
  }

  private static Stage active(int delivery) {
    return switch (delivery) {
      case 0 -> Stage.ACCEPTED;
      case SENT_TO_KITCHEN -> Stage.PREPARING;
      // A driver is found before he leaves.
      case READY, ASSIGNED -> Stage.READY;
      case EN_ROUTE -> Stage.ON_THE_WAY;
      case DELIVERED, DELIVERY_CLOSED -> Stage.COMPLETED;
      default -> Stage.UNKNOWN;
    };
  }

  /// As it stands there, for example `2/1`.
  static String raw(JsonNode order) {
    String delivery = order.path("delivery_status").asText("");
    String status = order.path("status").asText("");
    return delivery.isEmpty() || delivery.equals("null") ? status : status + "/" + delivery;
  }

  /// Which delivery status says it; empty where there is none.
  static OptionalInt delivery(OrderStatus status) {
    return switch (status) {
      case PREPARING -> OptionalInt.of(SENT_TO_KITCHEN);
      case READY -> OptionalInt.of(READY);
      case OUT_FOR_DELIVERY -> OptionalInt.of(EN_ROUTE);
      case DELIVERED -> OptionalInt.of(DELIVERED);
      case PENDING, CONFIRMED, REJECTED, EXPIRED, CANCEL_REQUESTED, CANCELLED, DELIVERY_FAILED ->
          OptionalInt.empty();
    };
  }
}
