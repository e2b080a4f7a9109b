package com.crmres.server.pos;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How one branch's till is reached.
///
/// @param secret what signs calls, or the till's access token
/// @param posBranch how the till calls the branch
/// @param deliveryCharge how it calls what is paid for bringing; null where it needs no name
public record Account(
    UUID branchId,
    URI address,
    String secret,
    @Nullable String posBranch,
    @Nullable String deliveryCharge) {
  @Override
  public String toString() {
    return "Account[branchId=%s, ***]".formatted(branchId);
  }
}
