package com.crmres.server.kitchen;

import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps who did what in the kitchen, and what was answered.
final class CommandLog {

  /// What was answered to a command.
  record Answered(String asked, String answer) {

    KitchenAnswer kitchenAnswer() {
      return Json.read(answer, KitchenAnswer.class);
    }
  }

  /// One command.
  ///
  /// @param asked what was asked, to know the same again
  record Entry(
      UUID commandId,
      String asked,
      String answer,
      @Nullable UUID orderId,
      @Nullable UUID ticketId,
      @Nullable UUID lineId,
      String action,
      UUID staffId,
      @Nullable String deviceId,
      @Nullable Instant deviceAt,
      boolean offline) {}

  Optional<Answered> answered(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql(
            """
            select asked, answer from kitchen_command
             where restaurant_id = :restaurant and command_id = :command
            """)
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(row -> new Answered(row.text("asked"), row.text("answer")));
  }

  /// Keeps a command.
  ///
  /// @return false if its id was used in the meantime
  boolean add(Transaction transaction, UUID restaurantId, Entry entry, Instant now) {
    return transaction
            .sql(
                """
                insert into kitchen_command (restaurant_id, command_id, asked, answer, order_id, ticket_id, line_id,
                                             action, staff_id, device_id, device_at, offline, at)
                values (:restaurant, :command, :asked, :answer, :order, :ticket, :line,
                        :action, :staff, :device, :deviceAt, :offline, :now)
                on conflict (restaurant_id, command_id) do nothing
                """)
            .with("restaurant", restaurantId)
            .with("command", entry.commandId())
            .with("asked", entry.asked())
            .with("answer", entry.answer())
            .with("order", entry.orderId())
            .with("ticket", entry.ticketId())
            .with("line", entry.lineId())
            .with("action", entry.action())
            .with("staff", entry.staffId())
            .with("device", entry.deviceId())
            .with("deviceAt", entry.deviceAt())
            .with("offline", entry.offline())
            .with("now", now)
            .update()
        == 1;
  }
}
