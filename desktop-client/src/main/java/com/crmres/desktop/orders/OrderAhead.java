package com.crmres.desktop.orders;

import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderStanding;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as it will stand once the server has a move that was kept without network, so that the
/// hand can go on with it. Its version stays: whatever the server says replaces it.
final class OrderAhead {

  private OrderAhead() {}

  static OrderSummary of(OrderSummary order, ChangeOrderRequest request, Instant now) {
    return switch (request.action()) {
      case ACKNOWLEDGE -> seen(order);
      case ACCEPT ->
          with(
              order,
              OrderStatus.CONFIRMED,
              List.of(OrderAction.START_PREPARING),
              now,
              promised(order, request.minutes(), now));
      case START_PREPARING ->
          with(
              order,
              OrderStatus.PREPARING,
              List.of(OrderAction.MARK_READY),
              now,
              order.promisedAt());
      case MARK_READY -> with(order, OrderStatus.READY, List.of(), now, order.promisedAt());
      default -> order;
    };
  }

  private static @Nullable Instant promised(
      OrderSummary order, @Nullable Integer minutes, Instant now) {
    return minutes == null ? order.promisedAt() : now.plus(Duration.ofMinutes(minutes));
  }

  private static OrderSummary seen(OrderSummary order) {
    List<OrderAction> allowed = new ArrayList<>(order.allowed());
    allowed.remove(OrderAction.ACKNOWLEDGE);
    OrderStanding before = order.standing();
    List<OrderFlag> flags = new ArrayList<>(before.flags());
    flags.add(OrderFlag.ACKNOWLEDGED);
    var standing =
        new OrderStanding(
            before.payment(),
            before.kitchen(),
            before.delivery(),
            before.scheduledFor(),
            before.driver(),
            before.reasonCode(),
            flags);
    return copy(order, order.status(), standing, allowed, order.statusSince(), order.promisedAt());
  }

  private static OrderSummary with(
      OrderSummary order,
      OrderStatus status,
      List<OrderAction> allowed,
      Instant since,
      @Nullable Instant promised) {
    return copy(order, status, order.standing(), allowed, since, promised);
  }

  private static OrderSummary copy(
      OrderSummary order,
      OrderStatus status,
      OrderStanding standing,
      List<OrderAction> allowed,
      Instant since,
      @Nullable Instant promised) {
    return new OrderSummary(
        order.id(),
        order.number(),
        order.branchId(),
        order.conversationId(),
        order.customer(),
        status,
        standing,
        order.fulfilment(),
        order.contactPhone(),
        order.lines(),
        order.deliveryFee(),
        order.total(),
        order.vat(),
        order.note(),
        order.reason(),
        allowed,
        order.placedAt(),
        since,
        promised,
        order.version());
  }
}
