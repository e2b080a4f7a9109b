package com.crmres.server.identity;

import com.crmres.common.identity.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asks, and for which branches he may.
///
/// @param branchIds the branches he works in; for owner and auditor all of the restaurant
public record Principal(
    UUID staffId, UUID restaurantId, String name, Role role, Set<UUID> branchIds) {
  public Principal {
    branchIds = Set.copyOf(branchIds);
  }

  /// Whether something of this branch may be shown to him; what belongs to no branch yet concerns
  /// everybody of the restaurant.
  public boolean sees(@Nullable UUID branchId) {
    return branchId == null || branchIds.contains(branchId);
  }
}
