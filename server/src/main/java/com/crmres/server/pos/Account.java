package com.crmres.server.pos;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How one branch's till is reached.
///
/// @param secret what signs calls, or the till's access token
/// @param posBranch how the till calls the branch
public record Account(UUID branchId, URI address, String secret, @Nullable String posBranch) {
  @Override
  public String toString() {
    return "Account[branchId=%s, ***]".formatted(branchId);
  }
}
