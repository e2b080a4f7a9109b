package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.DeliveryState;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderStanding;
import com.crmres.common.ordering.OrderStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// As much of an order as its moves depend on. Immutable; [Machine] makes the next version.
///
/// @param before where a refused cancellation goes back to
/// @param flags in the order of their declaration
record Order(
    UUID id,
    String number,
    UUID conversationId,
    UUID branchId,
    OrderStatus status,
    @Nullable OrderStatus before,
    Fulfilment fulfilment,
    Why why,
    Times times,
    Payment payment,
    Delivery delivery,
    List<OrderFlag> flags,
    long version) {

  Order {
    flags = List.copyOf(flags);
  }

  /// Its moments.
  ///
  /// @param since when it came where it stands
  /// @param scheduledFor when the customer wants it; null for as soon as possible
  /// @param acceptedAt null while nobody has accepted it
  /// @param promisedAt when it shall be ready, once accepted
  record Times(
      Instant since,
      @Nullable Instant scheduledFor,
      @Nullable Instant acceptedAt,
      @Nullable Instant promisedAt) {

    Times since(Instant now) {
      return new Times(now, scheduledFor, acceptedAt, promisedAt);
    }

    Times scheduled(Instant wanted) {
      return new Times(since, wanted, acceptedAt, acceptedAt == null ? promisedAt : wanted);
    }

    Times soon(Instant promised) {
      return new Times(since, null, acceptedAt, acceptedAt == null ? null : promised);
    }

    Times accepted(Instant now, Instant promised) {
      return new Times(since, scheduledFor, now, promised);
    }

    Times promised(Instant promised) {
      return new Times(since, scheduledFor, acceptedAt, promised);
    }
  }

  /// How it is brought.
  record Delivery(DeliveryState state, @Nullable String driver) {
    Delivery {
      driver = driver == null || driver.isBlank() ? null : driver.strip();
    }

    /// @param other null leaves the driver as he is
    Delivery moved(DeliveryState to, @Nullable String other) {
      boolean nobody = to == DeliveryState.NONE || to == DeliveryState.SEARCHING;
      return new Delivery(to, nobody ? null : other == null ? driver : other);
    }
  }

  /// Whether a move is meant for such an order.
  boolean isMeant(Transition.Only only) {
    return switch (only) {
      case ALL -> true;
      case PICKUP -> fulfilment == Fulfilment.PICKUP;
      case DELIVERY -> fulfilment == Fulfilment.DELIVERY;
      case AT_ONCE -> times.scheduledFor() == null;
      case SCHEDULED -> times.scheduledFor() != null;
      case FROM_CONFIRMED -> before == OrderStatus.CONFIRMED;
      case FROM_PREPARING -> before == OrderStatus.PREPARING;
      case FROM_READY -> before == OrderStatus.READY;
    };
  }

  boolean has(OrderFlag flag) {
    return flags.contains(flag);
  }

  /// Whether it came to nothing.
  boolean isDropped() {
    return switch (status) {
      case REJECTED, EXPIRED, CANCELLED -> true;
      case PENDING,
          CONFIRMED,
          PREPARING,
          READY,
          OUT_FOR_DELIVERY,
          DELIVERED,
          CANCEL_REQUESTED,
          DELIVERY_FAILED ->
          false;
    };
  }

  /// How the kitchen stands with it as a whole.
  KitchenState kitchen() {
    return switch (status) {
      case PENDING -> KitchenState.PENDING;
      case CONFIRMED -> times.scheduledFor() == null ? KitchenState.PENDING : KitchenState.HELD;
      case CANCEL_REQUESTED -> KitchenState.HELD;
      case PREPARING -> KitchenState.FIRED;
      case READY, OUT_FOR_DELIVERY, DELIVERED, DELIVERY_FAILED -> KitchenState.DONE;
      case REJECTED, EXPIRED, CANCELLED -> KitchenState.VOIDED;
    };
  }

  OrderStanding standing() {
    return new OrderStanding(
        payment.state(),
        kitchen(),
        delivery.state(),
        times.scheduledFor(),
        delivery.driver(),
        why.code(),
        flags);
  }

  Order withPayment(Payment changed) {
    return new Order(
        id,
        number,
        conversationId,
        branchId,
        status,
        before,
        fulfilment,
        why,
        times,
        changed,
        delivery,
        flags,
        version);
  }

  Order withDelivery(Delivery changed) {
    return new Order(
        id,
        number,
        conversationId,
        branchId,
        status,
        before,
        fulfilment,
        why,
        times,
        payment,
        changed,
        flags,
        version);
  }

  Order withTimes(Times changed) {
    return new Order(
        id,
        number,
        conversationId,
        branchId,
        status,
        before,
        fulfilment,
        why,
        changed,
        payment,
        delivery,
        flags,
        version);
  }

  Order with(OrderFlag flag) {
    Set<OrderFlag> changed = EnumSet.of(flag);
    changed.addAll(flags);
    return withFlags(List.copyOf(changed));
  }

  Order without(OrderFlag flag) {
    return withFlags(flags.stream().filter(kept -> kept != flag).toList());
  }

  private Order withFlags(List<OrderFlag> changed) {
    return new Order(
        id,
        number,
        conversationId,
        branchId,
        status,
        before,
        fulfilment,
        why,
        times,
        payment,
        delivery,
        changed,
        version);
  }

  /// The order elsewhere on its own axis.
  Order moved(OrderStatus to, @Nullable OrderStatus comingFrom, Why reason) {
    return new Order(
        id,
        number,
        conversationId,
        branchId,
        to,
        comingFrom,
        fulfilment,
        reason,
        times,
        payment,
        delivery,
        flags,
        version);
  }

  /// The order at another branch, under the number people say there.
  Order at(UUID otherBranch, String otherNumber) {
    return new Order(
        id,
        otherNumber,
        conversationId,
        otherBranch,
        status,
        before,
        fulfilment,
        why,
        times,
        payment,
        delivery,
        flags,
        version);
  }

  /// The order for another way, and another price.
  Order altered(Fulfilment way, Money price) {
    Delivery bringing =
        way == fulfilment || delivery.state() == DeliveryState.NONE
            ? delivery
            : delivery.moved(DeliveryState.NONE, null);
    return new Order(
        id,
        number,
        conversationId,
        branchId,
        status,
        before,
        way,
        why,
        times,
        payment.costing(price),
        bringing,
        flags,
        version);
  }

  Order nextVersion() {
    return new Order(
        id,
        number,
        conversationId,
        branchId,
        status,
        before,
        fulfilment,
        why,
        times,
        payment,
        delivery,
        flags,
        version + 1);
  }
}
