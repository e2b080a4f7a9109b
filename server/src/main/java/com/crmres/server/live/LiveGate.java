package com.crmres.server.live;

import com.crmres.server.http.ApiException;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsUpgradeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets screens in: the token of the upgrade says who it is, the query what he wants to hear.
final class LiveGate {

  private final Access access;

  LiveGate(Access access) {
    this.access = access;
  }

  /// A screen that was let in.
  ///
  /// @param branches those it wants to hear of, of those its person may
  /// @param after where to resume; null from now on
  /// @param until when its token ends
  record Admitted(
      Principal principal, Set<UUID> branches, @Nullable Position after, Instant until) {
    Admitted {
      branches = Set.copyOf(branches);
    }
  }

  /// Checks the token and reads the wishes. Browsers are refused: our programs send no `Origin`.
  Admitted admit(HttpPrologue prologue, Headers headers) throws WsUpgradeException {
    if (headers.contains(HeaderNames.ORIGIN)) {
      throw new WsUpgradeException("no browsers here");
    }
    String token = Access.bearer(headers.first(HeaderNames.AUTHORIZATION).orElse(""));
    try {
      Access.SignedIn signedIn = access.verify(token);
      UriQuery query = prologue.query();
      return new Admitted(
          signedIn.principal(),
          branches(signedIn.principal(), query),
          after(query),
          signedIn.expiresAt());
    } catch (ApiException e) {
      throw new WsUpgradeException("not signed in", e);
    }
  }

  private static Set<UUID> branches(Principal principal, UriQuery query) throws WsUpgradeException {
    Set<UUID> wanted = new HashSet<>();
    try {
      for (String id : query.first("branches").orElse("").split(",", -1)) {
        if (!id.isBlank()) {
          wanted.add(UUID.fromString(id.strip()));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new WsUpgradeException("branches: not ids", e);
    }
    if (wanted.isEmpty()) {
      return principal.branchIds();
    }
    wanted.retainAll(principal.branchIds());
    return wanted;
  }

  /// What cannot be read as a position is one we do not know: the screen is told to load its lists.
  private static @Nullable Position after(UriQuery query) {
    String text = query.first("after").orElse("");
    return text.isBlank() ? null : Position.parse(text).orElse(Position.UNKNOWN);
  }
}
