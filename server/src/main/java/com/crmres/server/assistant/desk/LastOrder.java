package com.crmres.server.assistant.desk;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Answers what a customer wants of the order he placed last.
final class LastOrder {

  private final Counter counter;
  private final Facts facts;
  private final Voice voice;

  LastOrder(Counter counter, Facts facts, Voice voice) {
    this.counter = counter;
    this.facts = facts;
    this.voice = voice;
  }

  /// How it stands; empty if nothing was ever ordered.
  Optional<String> status() {
    return counter.lastOrder().map(this::status);
  }

  private String status(OrderSummary order) {
    String said =
        voice.say("status." + order.status().name().toLowerCase(Locale.ROOT), order.number());
    boolean soon =
        order.status() == OrderStatus.CONFIRMED || order.status() == OrderStatus.PREPARING;
    Instant promised = order.promisedAt();
    if (promised == null || !soon) {
      return said;
    }
    return facts
        .branch(order.branchId())
        .map(branch -> voice.time(promised, counter.now(), branch.zone()))
        .map(time -> said + voice.say("status.ready_by", time))
        .orElse(said);
  }

  /// Cancels it as far as it still can be.
  String cancel() {
    return counter
        .lastOrder()
        .filter(order -> isOpen(order.status()))
        .map(this::cancelled)
        .orElseGet(() -> voice.say("cancel.nothing"));
  }

  private String cancelled(OrderSummary order) {
    Optional<OrderStatus> status = counter.askToCancel(order.id());
    String key =
        status.isEmpty()
            ? "cancel.late"
            : status.get() == OrderStatus.CANCELLED ? "cancel.done" : "cancel.asked";
    return voice.say(key, order.number());
  }

  private static boolean isOpen(OrderStatus status) {
    return switch (status) {
      case PENDING,
          CONFIRMED,
          PREPARING,
          READY,
          OUT_FOR_DELIVERY,
          CANCEL_REQUESTED,
          DELIVERY_FAILED ->
          true;
      case DELIVERED, REJECTED, EXPIRED, CANCELLED -> false;
    };
  }
}
