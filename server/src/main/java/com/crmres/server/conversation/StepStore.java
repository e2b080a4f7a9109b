package com.crmres.server.conversation;

import com.crmres.common.wire.WireName;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of how conversations went from hand to hand: what changes nothing leaves no trace.
final class StepStore {

  /// A change of hands.
  ///
  /// @param by the staff member, where one is known
  record Step(UUID conversationId, Kind kind, @Nullable Speaker by, @Nullable String reason) {}

  /// What happened.
  enum Kind implements WireName {
    TAKEN_OVER("answerer <> 'staff' or assignee_id is distinct from cast(:staff as uuid)"),
    HANDED_BACK("answerer = 'staff'"),
    RESOLVED("status <> 'resolved'"),
    ESCALATED("status <> 'escalated'");

    private final String changesSomething;

    Kind(String changesSomething) {
      this.changesSomething = changesSomething;
    }
  }

  /// Notes a step that is about to be made.
  void add(Transaction transaction, UUID restaurantId, Step step, Instant now) {
    Speaker by = step.by();
    transaction
        .sql(
            """
            insert into conversation_step (restaurant_id, conversation_id, kind, staff_id, staff_name, reason, at)
            select restaurant_id, id, :kind, cast(:staff as uuid), cast(:name as text), cast(:reason as text), :now
              from conversation
             where restaurant_id = :restaurant and id = :conversation and (%s)
            """
                .formatted(step.kind().changesSomething))
        .with("restaurant", restaurantId)
        .with("conversation", step.conversationId())
        .with("kind", step.kind())
        .with("staff", by == null ? null : by.staffId())
        .with("name", by == null ? null : by.name())
        .with("reason", step.reason())
        .with("now", now)
        .update();
  }
}
