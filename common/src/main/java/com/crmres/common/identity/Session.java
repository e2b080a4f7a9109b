package com.crmres.common.identity;

import java.time.Instant;

/// A signed-in person's keys.
///
/// @param accessToken JWT for the `Authorization: Bearer` header
/// @param accessTokenExpiresAt when it stops working, in UTC
/// @param refreshToken trades for the next session, once
public record Session(
    String accessToken, Instant accessTokenExpiresAt, String refreshToken, StaffMember staff) {

  @Override
  public String toString() {
    return "Session[staff=%s, ***]".formatted(staff.id());
  }
}
