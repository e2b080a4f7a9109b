package com.crmres.server.identity;

import com.crmres.common.identity.Session;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.identity.RefreshTokens.Rotated;
import java.util.Optional;
import java.util.UUID;

/// Signing in, staying signed in, signing out.
public final class Sessions {

  private final Database database;
  private final Staffs staffs;
  private final Passwords passwords;
  private final SignInThrottle throttle;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final StaffStore store = new StaffStore();

  public Sessions(
      Database database,
      Staffs staffs,
      Passwords passwords,
      SignInThrottle throttle,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens) {
    this.database = database;
    this.staffs = staffs;
    this.passwords = passwords;
    this.throttle = throttle;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
  }

  /// A session for whoever knows the password.
  ///
  /// @param address where the try comes from, for the throttle
  /// @throws ApiException if it is refused; for an unknown e-mail just as for a wrong password
  Session signIn(String email, String password, String address) {
    String account = Staffs.normal(email);
    throttle.admit(account, address);
    Optional<StaffRecord> known =
        database.inSystem(transaction -> store.byEmail(transaction, account));
    StaffRecord staff =
        checked(known, password).orElseThrow(() -> new ApiException(ErrorCode.WRONG_CREDENTIALS));
    throttle.succeeded(account, address);
    String refreshToken =
        database.inSystem(
            transaction -> refreshTokens.start(transaction, staff.restaurantId(), staff.id()));
    return session(staff.restaurantId(), staff.id(), refreshToken);
  }

  /// The next session for a refresh token.
  ///
  /// @throws ApiException if the token is not good any more
  Session refresh(String refreshToken) {
    Rotated next =
        database
            .inSystem(transaction -> refreshTokens.rotate(transaction, refreshToken))
            .orElseThrow(() -> new ApiException(ErrorCode.WRONG_CREDENTIALS));
    return session(next.restaurantId(), next.staffId(), next.token());
  }

  /// Ends the session a refresh token belongs to; its access token ends by itself.
  void signOut(String refreshToken) {
    database.changeSystem(transaction -> refreshTokens.revoke(transaction, refreshToken));
  }

  private Optional<StaffRecord> checked(Optional<StaffRecord> known, String password) {
    if (known.isEmpty()) {
      passwords.pretend(password);
      return Optional.empty();
    }
    return known
        .filter(staff -> passwords.matches(password, staff.passwordHash()))
        .filter(StaffRecord::active);
  }

  private Session session(UUID restaurantId, UUID staffId, String refreshToken) {
    AccessTokens.Issued access = accessTokens.issue(staffId, restaurantId);
    return staffs
        .find(restaurantId, staffId)
        .map(staff -> new Session(access.token(), access.expiresAt(), refreshToken, staff))
        .orElseThrow(() -> new ApiException(ErrorCode.WRONG_CREDENTIALS));
  }
}
