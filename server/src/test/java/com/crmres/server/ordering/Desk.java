package com.crmres.server.ordering;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.Session;
import com.crmres.common.identity.SignInRequest;
import com.crmres.common.wire.Json;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.AccessTokens;
import com.crmres.server.identity.IdentityRoutes;
import com.crmres.server.identity.NewStaffMember;
import com.crmres.server.identity.Passwords;
import com.crmres.server.identity.RefreshTokens;
import com.crmres.server.identity.Secrets;
import com.crmres.server.identity.Sessions;
import com.crmres.server.identity.SignInThrottle;
import com.crmres.server.identity.Staffs;
import com.crmres.server.identity.TokenKey;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.restaurant.Branch;
import io.helidon.webserver.http.HttpService;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Staff of restaurant Noor who ask over real HTTP.
final class Desk implements AutoCloseable {

  private static final String PASSWORD = "a good password";

  private final Staffs staffs;
  private final RunningServer server;

  Desk(World world, Function<Access, HttpService> routes) {
    Secrets secrets = new Secrets(new SecureRandom());
    Passwords passwords = new Passwords(secrets);
    TokenKey key = TokenKey.of("a secret of thirty-two characters");
    AccessTokens tokens = new AccessTokens(world.clock, key);
    staffs =
        new Staffs(
            world.database,
            world.ids,
            world.clock,
            passwords,
            secrets,
            (_, _) -> Set.of(Noor.OLAYA.id(), Noor.MALAZ.id()));
    Sessions sessions =
        new Sessions(
            world.database,
            staffs,
            passwords,
            new SignInThrottle(world.clock),
            tokens,
            new RefreshTokens(world.ids, world.clock, secrets, key));
    Access access = new Access(tokens, staffs);
    server =
        new RunningServer(
            world.clock,
            _ -> false,
            routing ->
                routing.register(
                    "/v1", routes.apply(access), new IdentityRoutes(sessions, access, staffs)));
  }

  /// Hires somebody for branches.
  ///
  /// @return what he signs his requests with
  String hire(Role role, Branch... branches) throws Exception {
    String email = role.wireName() + branches[0].code() + "@noor.example";
    Set<UUID> ids = Set.copyOf(List.of(branches).stream().map(Branch::id).toList());
    staffs.add(new NewStaffMember(Noor.ID, "Sami", email, PASSWORD, role, ids));
    Answer answer =
        server.send("POST", "/v1/auth/sign-in", Json.write(new SignInRequest(email, PASSWORD)));
    return "Bearer " + answer.as(Session.class).accessToken();
  }

  Answer send(String who, String method, String path, @Nullable Object body) throws Exception {
    return server.send(
        method,
        path,
        body == null ? null : Json.write(body),
        request -> request.header("Authorization", who));
  }

  @Override
  public void close() {
    server.close();
  }
}
