package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps who did what to an order, when and why: one event for each version of it.
final class OrderHistory {

  /// What was asked of which order under a command's id.
  record Asked(UUID orderId, String command) {}

  /// One step of an order.
  ///
  /// @param from null for its placing
  /// @param commandId null where nobody repeats it
  record Step(
      UUID orderId,
      long version,
      Actor actor,
      @Nullable OrderStatus from,
      OrderStatus to,
      @Nullable String reason,
      @Nullable UUID commandId,
      @Nullable String command) {}

  /// Adds a step.
  ///
  /// @return false if its command id was used before
  boolean add(Transaction transaction, UUID restaurantId, Step step, Instant now) {
    return transaction
            .sql(
                """
                insert into order_event (restaurant_id, order_id, version, actor, staff_id, from_status, to_status,
                                         reason, command_id, command, at)
                values (:restaurant, :order, :version, :actor, :staff, :from, :to,
                        :reason, :commandId, :command, :now)
                on conflict (restaurant_id, command_id) where command_id is not null do nothing
                """)
            .with("restaurant", restaurantId)
            .with("order", step.orderId())
            .with("version", step.version())
            .with("actor", step.actor().kind())
            .with("staff", step.actor().staffId())
            .with("from", step.from())
            .with("to", step.to())
            .with("reason", step.reason())
            .with("commandId", step.commandId())
            .with("command", step.command())
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
}
