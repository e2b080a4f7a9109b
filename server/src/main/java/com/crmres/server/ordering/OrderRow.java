package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.DeliveryState;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import java.util.List;
import java.util.stream.Stream;

/// Reads orders out of rows of their table, and writes what moves into one.
final class OrderRow {

  private OrderRow() {}

  static Order order(Row row) {
    return new Order(
        row.uuid("id"),
        row.text("number"),
        row.uuid("conversation_id"),
        row.uuid("branch_id"),
        row.named("status", OrderStatus.class),
        row.namedOrNull("status_before", OrderStatus.class),
        row.named("fulfilment", Fulfilment.class),
        new Why(row.namedOrNull("reason_code", OrderReason.class), row.textOrNull("reason")),
        new Order.Times(
            row.instant("status_since"),
            row.instantOrNull("scheduled_for"),
            row.instantOrNull("accepted_at"),
            row.instantOrNull("promised_at")),
        payment(row),
        new Order.Delivery(row.named("delivery", DeliveryState.class), row.textOrNull("driver")),
        List.of(row.json("flags", OrderFlag[].class)),
        row.number("version"));
  }

  /// An order as screens show it, from a row that holds its customer's card, too.
  static OrderSummary summary(Row row) {
    Order order = order(row);
    return new OrderSummary(
        order.id(),
        order.number(),
        order.branchId(),
        order.conversationId(),
        Customers.summary(row),
        order.status(),
        order.standing(),
        order.fulfilment(),
        row.textOrNull("contact_phone"),
        Stream.of(row.json("lines", OrderLine[].class)).map(OrderLine::sold).toList(),
        row.money("delivery_fee"),
        row.money("total"),
        row.money("vat"),
        row.textOrNull("note"),
        order.why().words(),
        Machine.allowed(order),
        row.instant("placed_at"),
        order.times().since(),
        order.times().promisedAt(),
        order.version());
  }

  /// Gives a statement what a move may have changed.
  static Statement with(Statement statement, Order moved) {
    Payment payment = moved.payment();
    return statement
        .with("id", moved.id())
        .with("to", moved.status())
        .with("before", moved.before())
        .with("reason", moved.why().words())
        .with("code", moved.why().code())
        .with("since", moved.times().since())
        .with("scheduled", moved.times().scheduledFor())
        .with("accepted", moved.times().acceptedAt())
        .with("promised", moved.times().promisedAt())
        .with("payment", payment.state())
        .with("paid", payment.paid())
        .with("refunded", payment.refunded())
        .with("asked", payment.asked())
        .with("delivery", moved.delivery().state())
        .with("driver", moved.delivery().driver())
        .with("flags", Json.write(moved.flags()))
        .with("version", moved.version());
  }

  private static Payment payment(Row row) {
    return new Payment(
        row.named("payment", OrderPaymentState.class),
        row.money("total"),
        row.money("paid"),
        row.money("refunded"),
        new Money(row.number("refund_asked")));
  }
}
