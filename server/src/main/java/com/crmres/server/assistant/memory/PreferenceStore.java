package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of what is remembered of customers.
final class PreferenceStore {

  /// Something to be remembered.
  ///
  /// @param same what it is compared by
  record Note(
      UUID id,
      UUID customerId,
      PreferenceKind kind,
      String value,
      String same,
      @Nullable UUID messageId,
      @Nullable UUID staffId,
      Instant now,
      Instant until) {}

  /// Remembers it, or the same for longer.
  UUID keep(Transaction transaction, UUID restaurantId, Note note) {
    return transaction
        .sql(
            """
            insert into preference (restaurant_id, id, customer_id, kind, value, same, message_id,
                                    staff_id, noted_at, until)
            values (:restaurant, :id, :customer, :kind, :value, :same, :message, :staff, :now, :until)
            on conflict (restaurant_id, customer_id, kind, same) do update
               set value = excluded.value, message_id = excluded.message_id,
                   staff_id = excluded.staff_id, noted_at = excluded.noted_at,
                   until = excluded.until
            returning id
            """)
        .with("restaurant", restaurantId)
        .with("id", note.id())
        .with("customer", note.customerId())
        .with("kind", note.kind())
        .with("value", note.value())
        .with("same", note.same())
        .with("message", note.messageId())
        .with("staff", note.staffId())
        .with("now", note.now())
        .with("until", note.until())
        .one(row -> row.uuid("id"));
  }

  /// Forgets the oldest that are more than `most`; allergies last.
  void keepAtMost(Transaction transaction, UUID restaurantId, UUID customerId, int most) {
    transaction
        .sql(
            """
            delete from preference where restaurant_id = :restaurant and id in (
              select id from preference
               where restaurant_id = :restaurant and customer_id = :customer
               order by kind = 'allergy' desc, noted_at desc, id desc offset :most)
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .with("most", most)
        .update();
  }

  List<Preference> of(Transaction transaction, UUID restaurantId, UUID customerId, Instant now) {
    return transaction
        .sql(
            """
            select * from preference
             where restaurant_id = :restaurant and customer_id = :customer and until > :now
             order by noted_at desc, id desc
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .with("now", now)
        .list(PreferenceStore::preference);
  }

  /// Forgets it.
  ///
  /// @return what it was; empty if there was none
  Optional<PreferenceKind> forget(
      Transaction transaction, UUID restaurantId, UUID customerId, UUID id) {
    return transaction
        .sql(
            """
            delete from preference
             where restaurant_id = :restaurant and customer_id = :customer and id = :id
            returning kind
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .with("id", id)
        .first(row -> row.named("kind", PreferenceKind.class));
  }

  /// Whose conversation it is, and the branch to which it belongs.
  UUID customerOf(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select customer_id from conversation
             where restaurant_id = :restaurant and id = :conversation
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .one(row -> row.uuid("customer_id"));
  }

  /// Who a customer is since merges, and the branches of his conversations; empty if there is no
  /// such customer.
  Optional<UUID> survivor(Transaction transaction, UUID restaurantId, UUID customerId) {
    return transaction
        .sql(
            """
            select coalesce(merged_into, id) as id from customer
             where restaurant_id = :restaurant and id = :customer
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .first(row -> row.uuid("id"));
  }

  /// The branches of a customer's conversations; empty for one that belongs to none.
  List<Optional<UUID>> branches(Transaction transaction, UUID restaurantId, UUID customerId) {
    return transaction
        .sql(
            """
            select branch_id from conversation
             where restaurant_id = :restaurant and customer_id = :customer and joined_into is null
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .list(row -> Optional.ofNullable(row.uuidOrNull("branch_id")));
  }

  /// The message whose allergy we may ask to remember; null for none any more.
  void mayAsk(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      @Nullable UUID messageId,
      Instant now) {
    transaction
        .sql(
            """
            insert into assistant_memory (restaurant_id, conversation_id, may_remember, updated_at)
            values (:restaurant, :conversation, :message, :now)
            on conflict (restaurant_id, conversation_id) do update
               set may_remember = excluded.may_remember
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("message", messageId)
        .with("now", now)
        .update();
  }

  Optional<UUID> mayAsk(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select may_remember from assistant_memory
             where restaurant_id = :restaurant and conversation_id = :conversation
               and may_remember is not null
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .first(row -> row.uuid("may_remember"));
  }

  /// What the customer wrote in a message of this conversation.
  Optional<MessageContent> written(
      Transaction transaction, UUID restaurantId, UUID conversationId, UUID messageId) {
    return transaction
        .sql(
            """
            select content from message
             where restaurant_id = :restaurant and conversation_id = :conversation and id = :message
               and sender = 'customer' and revoked_at is null
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("message", messageId)
        .first(row -> row.json("content", MessageContent.class));
  }

  private static Preference preference(Row row) {
    return new Preference(
        row.uuid("id"),
        row.named("kind", PreferenceKind.class),
        row.text("value"),
        row.uuidOrNull("message_id"),
        row.instant("until"));
  }
}
