package com.crmres.server;

import com.crmres.server.identity.Access;
import com.crmres.server.identity.AccessTokens;
import com.crmres.server.identity.IdentityRoutes;
import com.crmres.server.identity.Passwords;
import com.crmres.server.identity.RefreshTokens;
import com.crmres.server.identity.Secrets;
import com.crmres.server.identity.Sessions;
import com.crmres.server.identity.SignInThrottle;
import com.crmres.server.identity.Staffs;
import com.crmres.server.identity.TokenKey;
import com.crmres.server.restaurant.Restaurants;
import java.security.SecureRandom;

/// Makes what knows who somebody is, so what he may do.
final class IdentityWiring {

  final Secrets secrets = new Secrets(new SecureRandom());
  final Staffs staffs;
  final Access access;

  private final Sessions sessions;

  IdentityWiring(Ground ground, Restaurants restaurants) {
    TokenKey key = key(ground.settings());
    Passwords passwords = new Passwords(secrets);
    staffs =
        new Staffs(
            ground.database(),
            ground.ids(),
            ground.clock(),
            passwords,
            secrets,
            restaurants::branchIds);
    AccessTokens accessTokens = new AccessTokens(ground.clock(), key);
    sessions =
        new Sessions(
            ground.database(),
            staffs,
            passwords,
            new SignInThrottle(ground.clock()),
            accessTokens,
            new RefreshTokens(ground.ids(), ground.clock(), secrets, key));
    access = new Access(accessTokens, staffs);
  }

  IdentityRoutes routes() {
    return new IdentityRoutes(sessions, access, staffs);
  }

  private static TokenKey key(Settings settings) {
    return settings.jwtSecret() == null
        ? TokenKey.kept(settings.dataFolder())
        : TokenKey.of(settings.jwtSecret());
  }
}
