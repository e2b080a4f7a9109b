package com.crmres.server.identity;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/// Says who asks, and refuses whom the route is not for.
///
/// Role and branches are read anew with each request: what was taken away is gone at once.
public final class Access {

  private static final String BEARER = "Bearer ";

  private final AccessTokens tokens;
  private final Staffs staffs;

  public Access(AccessTokens tokens, Staffs staffs) {
    this.tokens = tokens;
    this.staffs = staffs;
  }

  /// Somebody, until his token ends.
  public record SignedIn(Principal principal, Instant expiresAt) {}

  /// Whoever asks.
  ///
  /// @throws ApiException if nobody is signed in
  public Principal signedIn(ServerRequest request) {
    return verify(bearer(request.headers().first(HeaderNames.AUTHORIZATION).orElse("")))
        .principal();
  }

  /// Whoever asks, if he has one of the roles.
  ///
  /// @throws ApiException if nobody is signed in, or in another role
  public Principal require(ServerRequest request, Role... roles) {
    Principal principal = signedIn(request);
    if (!Arrays.asList(roles).contains(principal.role())) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    return principal;
  }

  /// The holder of an access token, with its end.
  ///
  /// @throws ApiException if the token is expired or not ours, or its holder has no access any more
  public SignedIn verify(String token) {
    return tokens
        .read(token)
        .flatMap(content ->
            staffs
                .find(content.restaurantId(), content.staffId())
                .map(staff -> new SignedIn(principal(staff), content.expiresAt())))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_SIGNED_IN));
  }

  /// The token in the value of an `Authorization` header.
  public static String bearer(String header) {
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : "";
  }

  private static Principal principal(StaffMember staff) {
    return new Principal(
        staff.id(),
        staff.restaurantId(),
        staff.name(),
        staff.role(),
        Set.copyOf(staff.branchIds()));
  }
}
