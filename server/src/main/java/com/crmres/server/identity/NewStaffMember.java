package com.crmres.server.identity;

import com.crmres.common.identity.Role;
import java.util.Set;
import java.util.UUID;

/// A person to be given access.
///
/// @param branchIds the branches he will work in; owner and auditor see all without being given any
public record NewStaffMember(
    UUID restaurantId, String name, String email, String password, Role role, Set<UUID> branchIds) {
  public NewStaffMember {
    branchIds = Set.copyOf(branchIds);
  }

  @Override
  public String toString() {
    return "NewStaffMember[restaurantId=%s, role=%s, ***]".formatted(restaurantId, role);
  }
}
