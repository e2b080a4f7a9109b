package com.crmres.server.staffcart;

import com.crmres.server.database.Transaction;
import com.crmres.server.identity.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of what people did to carts.
final class CartCommandStore {

  /// What somebody asked under an id, and what came of it.
  ///
  /// @param command in one form, so that the same is recognised
  /// @param orderId what a confirmed cart became, or what was repeated
  record Command(
      UUID id,
      UUID conversationId,
      UUID cartId,
      String action,
      String command,
      @Nullable String reason,
      @Nullable UUID orderId) {}

  void add(Transaction transaction, Principal person, Command command, Instant now) {
    transaction
        .sql(
            """
            insert into cart_command (restaurant_id, command_id, conversation_id, cart_id, action,
                                      command, staff_id, staff_name, reason, order_id, at)
            values (:restaurant, :id, :conversation, :cart, :action,
                    :command, :staff, :name, :reason, :order, :now)
            """)
        .with("restaurant", person.restaurantId())
        .with("id", command.id())
        .with("conversation", command.conversationId())
        .with("cart", command.cartId())
        .with("action", command.action())
        .with("command", command.command())
        .with("staff", person.staffId())
        .with("name", person.name())
        .with("reason", command.reason())
        .with("order", command.orderId())
        .with("now", now)
        .update();
  }

  Optional<Command> find(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql("select * from cart_command where restaurant_id = :restaurant and command_id = :id")
        .with("restaurant", restaurantId)
        .with("id", commandId)
        .first(row ->
            new Command(
                row.uuid("command_id"),
                row.uuid("conversation_id"),
                row.uuid("cart_id"),
                row.text("action"),
                row.text("command"),
                row.textOrNull("reason"),
                row.uuidOrNull("order_id")));
  }
}
