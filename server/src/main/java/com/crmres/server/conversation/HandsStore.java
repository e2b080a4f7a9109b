package com.crmres.server.conversation;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of in whose hands a conversation is.
final class HandsStore {

  private final StepStore steps = new StepStore();

  /// Whether another program has the thread.
  void standsBy(Transaction transaction, UUID restaurantId, UUID conversationId, boolean standby) {
    transaction
        .sql(
            """
            update conversation set standby = :standby, version = version + 1
             where restaurant_id = :restaurant and id = :id and standby <> :standby
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("standby", standby)
        .update();
  }

  void takeOver(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Speaker speaker,
      Instant now) {
    steps.add(
        transaction,
        restaurantId,
        new StepStore.Step(conversationId, StepStore.Kind.TAKEN_OVER, speaker, null),
        now);
    transaction
        .sql(
            """
            update conversation
               set answerer = 'staff', status = 'active', assignee_id = :staff, assignee_name = :name,
                   version = version + 1
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("staff", speaker.staffId())
        .with("name", speaker.name())
        .update();
  }

  /// The assistant has it again.
  ///
  /// @param by whoever gave it back, where that is known
  void handBack(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      @Nullable Speaker by,
      Instant now) {
    steps.add(
        transaction,
        restaurantId,
        new StepStore.Step(conversationId, StepStore.Kind.HANDED_BACK, by, null),
        now);
    transaction
        .sql(
            """
            update conversation
               set answerer = 'assistant', status = 'active', assignee_id = null, assignee_name = null,
                   reason = null, waiting_since = null, version = version + 1
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .update();
  }

  /// It is closed.
  ///
  /// @param by whoever closed it, where that is known
  void resolve(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      @Nullable Speaker by,
      Instant now) {
    steps.add(
        transaction,
        restaurantId,
        new StepStore.Step(conversationId, StepStore.Kind.RESOLVED, by, null),
        now);
    transaction
        .sql(
            """
            update conversation
               set status = 'resolved', waiting_since = null, unread = 0, snoozed_until = null,
                   version = version + 1
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .update();
  }

  void escalate(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      EscalationReason reason,
      Instant now) {
    steps.add(
        transaction,
        restaurantId,
        new StepStore.Step(conversationId, StepStore.Kind.ESCALATED, null, reason.wireName()),
        now);
    transaction
        .sql(
            """
            update conversation
               set status = 'escalated', answerer = 'staff', reason = :reason, snoozed_until = null,
                   waiting_since = coalesce(waiting_since, :now), version = version + 1
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("reason", reason)
        .with("now", now)
        .update();
  }

  boolean belongsTo(
      Transaction transaction, UUID restaurantId, UUID conversationId, UUID branchId) {
    return transaction
            .sql(
                """
                update conversation set branch_id = :branch, version = version + 1
                 where restaurant_id = :restaurant and id = :id
                   and branch_id is distinct from cast(:branch as uuid)
                """)
            .with("restaurant", restaurantId)
            .with("id", conversationId)
            .with("branch", branchId)
            .update()
        > 0;
  }
}
