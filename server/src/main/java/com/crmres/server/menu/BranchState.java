package com.crmres.server.menu;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a branch said about the menu: what it does not have, and what it has used up.
///
/// @param absences by what is absent; staff and the till may each have said so
/// @param usedUp counted things of which none is left
record BranchState(UUID branchId, ZoneId zone, Map<UUID, List<Gone>> absences, Set<UUID> usedUp) {

  BranchState {
    absences = Map.copyOf(absences);
    usedUp = Set.copyOf(usedUp);
  }

  /// Something the branch does not have.
  ///
  /// @param until null until somebody says otherwise
  record Gone(boolean hidden, @Nullable Instant until) {

    boolean holdsAt(Instant moment) {
      return until == null || moment.isBefore(until);
    }
  }
}
