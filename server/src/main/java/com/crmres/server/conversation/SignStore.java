package com.crmres.server.conversation;

import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The SQL of the signs of ours that go out to messages.
final class SignStore {

  private static final String SIGN =
      """
      select id, conversation_id, message_id, emoji from reaction_sent
       where restaurant_id = :restaurant
      """;

  /// A sign of ours.
  ///
  /// @param messageId on which it is
  record Sign(UUID id, UUID conversationId, UUID messageId, String emoji) {}

  void add(
      Transaction transaction,
      UUID restaurantId,
      Sign sign,
      Speaker speaker,
      UUID commandId,
      Instant now) {
    transaction
        .sql(
            """
            insert into reaction_sent (restaurant_id, id, conversation_id, message_id, author_id, emoji,
                                       command_id, at)
            values (:restaurant, :id, :conversation, :message, :author, :emoji, :command, :now)
            """)
        .with("restaurant", restaurantId)
        .with("id", sign.id())
        .with("conversation", sign.conversationId())
        .with("message", sign.messageId())
        .with("author", speaker.staffId())
        .with("emoji", sign.emoji())
        .with("command", commandId)
        .with("now", now)
        .update();
  }

  Optional<Sign> find(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql(SIGN + " and id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(SignStore::sign);
  }

  Optional<Sign> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql(SIGN + " and command_id = :command")
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(SignStore::sign);
  }

  /// WhatsApp did not take it: it does not stand on the message.
  ///
  /// @return the message; empty if it is no sign of ours
  Optional<UUID> failed(Transaction transaction, UUID restaurantId, UUID id, String failure) {
    transaction
        .sql(
            """
            update message_reaction set emoji = null
             where restaurant_id = :restaurant and not by_customer and wamid = :sign
               and message_id = (select message_id from reaction_sent
                                  where restaurant_id = :restaurant and id = :id)
            """)
        .with("restaurant", restaurantId)
        .with("sign", id.toString())
        .with("id", id)
        .update();
    return transaction
        .sql(
            """
            update reaction_sent set failure = :failure
             where restaurant_id = :restaurant and id = :id and failure is null
            returning message_id
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("failure", failure)
        .first(row -> row.uuid("message_id"));
  }

  private static Sign sign(Row row) {
    return new Sign(
        row.uuid("id"), row.uuid("conversation_id"), row.uuid("message_id"), row.text("emoji"));
  }
}
