package com.crmres.server.conversation;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.Priority;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which conversations a list shows.
///
/// @param branches those of these branches, and those of none
/// @param statuses those in one of these; all if it is empty
/// @param search part of a name or phone; null for all
/// @param answerer whose turn it is; null for both
/// @param assignee who took it over; null for anybody and nobody
/// @param unassigned only those that nobody took over
/// @param label one that it has; null for all
/// @param priorities those of one of these; all if it is empty
/// @param asleep whether it is out of sight at `now`; null for both
public record Selection(
    Set<UUID> branches,
    Set<ConversationStatus> statuses,
    @Nullable String search,
    @Nullable Answerer answerer,
    @Nullable UUID assignee,
    boolean unassigned,
    @Nullable String label,
    Set<Priority> priorities,
    @Nullable Boolean asleep,
    Instant now) {
  public Selection {
    branches = Set.copyOf(branches);
    statuses = Set.copyOf(statuses);
    priorities = Set.copyOf(priorities);
  }

  /// All of branches, and those of none.
  public static Selection of(Set<UUID> branches) {
    return new Selection(
        branches, Set.of(), null, null, null, false, null, Set.of(), null, Instant.EPOCH);
  }
}
