package com.crmres.server.conversation;

import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;

/// The SQL of what the assistant said and must not be sent any more.
final class SilenceStore {

  /// Nothing older can still wait.
  private static final int LATEST = 100;

  void fall(Transaction transaction, UUID restaurantId, UUID conversationId) {
    transaction
        .sql(
            """
            update conversation set silenced_through = last_sequence
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .update();
  }

  /// What the assistant said and what has not been sent, in its order.
  List<UUID> unsent(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select m.id from message m
              join conversation c on c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
             where m.restaurant_id = :restaurant and m.conversation_id = :conversation
               and m.sequence > c.last_sequence - :latest
               and m.sender = 'ai' and m.status = 'queued'
             order by m.sequence
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("latest", LATEST)
        .list(row -> row.uuid("id"));
  }

  /// A thread that a person has may also have come to him by a merge, which takes nothing back,
  /// since it may be taken back itself. Escalated is no person's yet: the words of handing over go
  /// out.
  boolean isSilenced(Transaction transaction, UUID restaurantId, UUID messageId) {
    return transaction
        .sql(
            """
            select 1 as one from message m
              join conversation c on c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
             where m.restaurant_id = :restaurant and m.id = :message
               and m.sender = 'ai'
               and (m.sequence <= c.silenced_through or c.answerer = 'staff' and c.status <> 'escalated')
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .first(row -> true)
        .isPresent();
  }
}
