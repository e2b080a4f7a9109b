package com.crmres.desktop.connection;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which conversations to list.
///
/// @param statuses only those in one of these; empty for all
/// @param answerer whose turn it is; absent for both
/// @param assignee who took them over; absent for anybody and nobody
/// @param unassigned only people's that nobody took over
/// @param asleep whether they are out of sight; absent for both
/// @param after what the previous page named as next
public record ConversationQuery(
    UUID branchId,
    List<ConversationStatus> statuses,
    @Nullable Answerer answerer,
    @Nullable UUID assignee,
    boolean unassigned,
    @Nullable Boolean asleep,
    @Nullable String after) {
  public ConversationQuery {
    statuses = List.copyOf(statuses);
  }

  /// All of a branch.
  public static ConversationQuery of(UUID branchId) {
    return new ConversationQuery(branchId, List.of(), null, null, false, null, null);
  }

  public ConversationQuery in(ConversationStatus... these) {
    return new ConversationQuery(
        branchId, List.of(these), answerer, assignee, unassigned, asleep, after);
  }

  public ConversationQuery answeredBy(Answerer wanted) {
    return new ConversationQuery(branchId, statuses, wanted, assignee, unassigned, asleep, after);
  }

  public ConversationQuery takenOverBy(UUID wanted) {
    return new ConversationQuery(branchId, statuses, answerer, wanted, unassigned, asleep, after);
  }

  public ConversationQuery takenOverByNobody() {
    return new ConversationQuery(branchId, statuses, answerer, assignee, true, asleep, after);
  }

  public ConversationQuery asleep(boolean wanted) {
    return new ConversationQuery(branchId, statuses, answerer, assignee, unassigned, wanted, after);
  }

  public ConversationQuery after(@Nullable String place) {
    return new ConversationQuery(branchId, statuses, answerer, assignee, unassigned, asleep, place);
  }
}
