package com.crmres.server.handling;

import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who may be given a conversation, or called to it.
final class Colleagues {

  private static final Set<Role> SPEAKERS = Set.of(Role.OWNER, Role.MANAGER, Role.AGENT);

  private Colleagues() {}

  /// Whether somebody speaks to the customers of a branch.
  ///
  /// @param branchId null where no branch is known yet: everybody sees that
  static boolean speaks(Colleague colleague, @Nullable UUID branchId) {
    return SPEAKERS.contains(colleague.role())
        && (branchId == null || colleague.branchIds().contains(branchId));
  }
}
