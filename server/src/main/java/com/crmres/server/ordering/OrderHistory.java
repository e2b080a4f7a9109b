package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderAxis;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderReason;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps who did what to an order, when and why: one event for each version of it.
final class OrderHistory {

  /// What was asked of which order under a command's id.
  record Asked(UUID orderId, String command) {}

  /// One step of an order.
  ///
  /// @param move null for its placing
  /// @param commandId null where nobody repeats it
  record Step(
      UUID orderId,
      long version,
      Actor actor,
      @Nullable Move move,
      Why why,
      @Nullable UUID commandId,
      @Nullable String command) {

    /// The first step of an order.
    static Step placing(UUID orderId, Actor actor) {
      return new Step(orderId, 1, actor, null, Why.NONE, null, null);
    }
  }

  /// Adds a step.
  ///
  /// @return false if its command id was used before
  boolean add(Transaction transaction, UUID restaurantId, Step step, Instant now) {
    Move move = step.move();
    Actor.Device device = step.actor().device();
    return transaction
            .sql(
                """
                insert into order_event (restaurant_id, order_id, version, axis, move, actor, staff_id, from_status,
                                         to_status, reason, reason_code, amount, command_id, command, device_id,
                                         device_at, at)
                values (:restaurant, :order, :version, :axis, :move, :actor, :staff, :from,
                        :to, :reason, :code, :amount, :commandId, :command, :device, :deviceAt, :now)
                on conflict (restaurant_id, command_id) where command_id is not null do nothing
                """)
            .with("restaurant", restaurantId)
            .with("order", step.orderId())
            .with("version", step.version())
            .with("axis", move == null ? OrderAxis.ORDER : move.axis())
            .with("move", move == null ? "placed" : move.name())
            .with("actor", step.actor().kind())
            .with("staff", step.actor().staffId())
            .with("from", move == null ? null : move.from())
            .with("to", move == null ? "pending" : move.to())
            .with("reason", step.why().words())
            .with("code", step.why().code())
            .with("amount", move == null ? null : move.amount())
            .with("commandId", step.commandId())
            .with("command", step.command())
            .with("device", device == null ? null : device.id())
            .with("deviceAt", device == null ? null : device.at())
            .with("now", now)
            .update()
        == 1;
  }

  /// What a command's id was used for.
  Optional<Asked> asked(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql(
            """
            select order_id, command from order_event
             where restaurant_id = :restaurant and command_id = :command
            """)
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(row -> new Asked(row.uuid("order_id"), row.text("command")));
  }

  /// An order's life, from its placing.
  List<OrderEvent> of(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql(
            """
            select * from order_event
             where restaurant_id = :restaurant and order_id = :order order by version
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .list(OrderHistory::event);
  }

  private static OrderEvent event(Row row) {
    Long amount = row.numberOrNull("amount");
    return new OrderEvent(
        row.number("version"),
        row.named("axis", OrderAxis.class),
        row.textOrNull("move"),
        row.text("actor"),
        row.uuidOrNull("staff_id"),
        row.textOrNull("device_id"),
        row.textOrNull("from_status"),
        row.text("to_status"),
        row.namedOrNull("reason_code", OrderReason.class),
        row.textOrNull("reason"),
        amount == null ? null : new Money(amount),
        row.instantOrNull("device_at"),
        row.instant("at"));
  }
}
