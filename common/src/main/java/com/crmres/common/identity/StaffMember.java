package com.crmres.common.identity;

import java.util.List;
import java.util.UUID;

/// A person who signs in.
///
/// @param branchIds the branches he works in; for owner and auditor all of the restaurant
public record StaffMember(
    UUID id, UUID restaurantId, String name, String email, Role role, List<UUID> branchIds) {
  public StaffMember {
    branchIds = List.copyOf(branchIds);
  }
}
