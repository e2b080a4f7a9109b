package com.crmres.server.conversation;

import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.Sender;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of signs on messages.
final class ReactionStore {

  /// The sign that one side has on a message now.
  Optional<Reaction> of(
      Transaction transaction, UUID restaurantId, UUID messageId, boolean byCustomer) {
    return transaction
        .sql(
            """
            select sender, emoji from message_reaction
             where restaurant_id = :restaurant and message_id = :message
               and by_customer = :customer and emoji is not null
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .with("customer", byCustomer)
        .first(row -> new Reaction(row.named("sender", Sender.class), row.text("emoji")));
  }

  /// Puts a side's sign on a message, or takes it away; what is older than the last one, or is the
  /// last one again, changes nothing.
  ///
  /// @param emoji null to take it away
  /// @return whether it was the newest
  boolean put(
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      Sender sender,
      @Nullable String emoji,
      String wamid,
      Instant at) {
    return transaction
            .sql(
                """
                insert into message_reaction
                  (restaurant_id, message_id, by_customer, sender, emoji, wamid, at)
                values (:restaurant, :message, :customer, :sender, :emoji, :wamid, :at)
                on conflict (restaurant_id, message_id, by_customer) do update
                   set sender = excluded.sender, emoji = excluded.emoji, wamid = excluded.wamid,
                       at = excluded.at
                 where message_reaction.at <= excluded.at and message_reaction.wamid <> excluded.wamid
                """)
            .with("restaurant", restaurantId)
            .with("message", messageId)
            .with("customer", sender == Sender.CUSTOMER)
            .with("sender", sender)
            .with("emoji", emoji)
            .with("wamid", wamid)
            .with("at", at)
            .update()
        > 0;
  }
}
