package com.crmres.common.identity;

import java.util.List;
import java.util.UUID;

/// A staff member as colleagues know him.
///
/// @param branchIds the branches he works in; for owner and auditor all of the restaurant
public record Colleague(UUID id, String name, Role role, List<UUID> branchIds) {
  public Colleague {
    branchIds = List.copyOf(branchIds);
  }
}
