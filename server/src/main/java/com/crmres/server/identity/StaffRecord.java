package com.crmres.server.identity;

import com.crmres.common.identity.Role;
import java.util.UUID;

/// A row of table staff.
record StaffRecord(
    UUID restaurantId,
    UUID id,
    String name,
    String email,
    Role role,
    String passwordHash,
    boolean active) {

  @Override
  public String toString() {
    return "StaffRecord[id=%s, ***]".formatted(id);
  }
}
