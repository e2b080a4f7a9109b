package com.crmres.server.kitchen.ticket;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands at the top of every ticket of an order.
///
/// @param status of the order, as the kitchen heard it last
/// @param queueAt its place, which it keeps whatever is undone
/// @param fireAt when it is given out by itself; null if it need not wait
public record Head(
    UUID orderId,
    UUID branchId,
    String number,
    Fulfilment fulfilment,
    String customer,
    OrderStatus status,
    @Nullable String note,
    List<String> allergies,
    @Nullable Instant scheduledFor,
    Instant queueAt,
    @Nullable Instant fireAt,
    @Nullable Instant promisedAt,
    @Nullable Instant startedAt,
    @Nullable Instant doneAt,
    @Nullable Instant cancelledAt,
    @Nullable Instant restoredAt,
    @Nullable Instant prioritisedAt) {

  public Head {
    allergies = List.copyOf(allergies);
  }

  /// Of an order that comes to the kitchen now.
  ///
  /// @param fireAt null if it need not wait
  public static Head of(
      OrderSummary order,
      List<String> allergies,
      @Nullable Instant scheduledFor,
      @Nullable Instant fireAt,
      Instant now) {
    return new Head(
        order.id(),
        order.branchId(),
        order.number(),
        order.fulfilment(),
        order.customer().name(),
        order.status(),
        order.note(),
        allergies,
        scheduledFor,
        fireAt == null ? now : fireAt,
        fireAt,
        order.promisedAt(),
        null,
        null,
        null,
        null,
        null);
  }

  /// As the order stands now.
  public Head following(OrderSummary order, Instant at) {
    boolean over = isOver(order.status());
    boolean back = cancelledAt != null && !over;
    return new Head(
        orderId,
        branchId,
        number,
        order.fulfilment(),
        customer,
        order.status(),
        order.note(),
        allergies,
        scheduledFor,
        queueAt,
        fireAt,
        order.promisedAt(),
        startedAt,
        doneAt,
        over ? cancelledAt == null ? at : cancelledAt : null,
        back ? at : restoredAt,
        prioritisedAt);
  }

  /// As the order is after its customer has changed it.
  public Head altered(
      OrderSummary order,
      List<String> warnings,
      @Nullable Instant wanted,
      @Nullable Instant newFireAt,
      Instant now) {
    boolean sameTime = Objects.equals(wanted, scheduledFor);
    return new Head(
        orderId,
        branchId,
        number,
        order.fulfilment(),
        customer,
        order.status(),
        order.note(),
        warnings,
        wanted,
        sameTime ? queueAt : newFireAt == null ? now : newFireAt,
        sameTime ? fireAt : newFireAt,
        order.promisedAt(),
        startedAt,
        doneAt,
        cancelledAt,
        restoredAt,
        prioritisedAt);
  }

  /// It waits no longer; whoever is given out early takes his place from then on.
  public Head givenOut(Instant at) {
    return copy(at.isBefore(queueAt) ? at : queueAt, null, startedAt, doneAt, prioritisedAt);
  }

  Head prioritised(@Nullable Instant at) {
    return copy(queueAt, fireAt, startedAt, doneAt, at);
  }

  /// With the times of its first line begun, and its last one done.
  public Head timed(@Nullable Instant started, @Nullable Instant done) {
    return copy(queueAt, fireAt, started, done, prioritisedAt);
  }

  public boolean isVoid() {
    return isOver(status);
  }

  private static boolean isOver(OrderStatus status) {
    return status == OrderStatus.CANCELLED
        || status == OrderStatus.REJECTED
        || status == OrderStatus.EXPIRED;
  }

  private Head copy(
      Instant queueAt,
      @Nullable Instant fireAt,
      @Nullable Instant startedAt,
      @Nullable Instant doneAt,
      @Nullable Instant prioritisedAt) {
    return new Head(
        orderId,
        branchId,
        number,
        fulfilment,
        customer,
        status,
        note,
        allergies,
        scheduledFor,
        queueAt,
        fireAt,
        promisedAt,
        startedAt,
        doneAt,
        cancelledAt,
        restoredAt,
        prioritisedAt);
  }
}
