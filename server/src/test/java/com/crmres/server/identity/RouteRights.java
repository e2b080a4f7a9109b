package com.crmres.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds every role against every route: who may not gets 403, who is nobody gets 401, and who may
/// gets anything else.
public final class RouteRights {

  private final RunningServer server;
  private final Map<Role, String> authorizations = new EnumMap<>(Role.class);

  /// Hires and signs in one person for each role.
  public RouteRights(RunningServer server, NoorStaff staff) {
    this.server = server;
    for (Role role : Role.values()) {
      staff.hire(role);
      authorizations.put(role, staff.authorization(role));
    }
  }

  /// A route and who may use it.
  ///
  /// @param path with any id in place of `{id}`
  /// @param body any JSON, or null
  public record Route(String method, String path, @Nullable String body, Set<Role> roles) {
    public Route {
      roles = Set.copyOf(roles);
    }

    /// A route for everybody who is signed in.
    public static Route forAll(String method, String path) {
      return new Route(method, path, null, EnumSet.allOf(Role.class));
    }
  }

  public void hold(List<Route> routes) throws IOException, InterruptedException {
    for (Route route : routes) {
      assertThat(send(route, "Bearer nobody").error().code())
          .as("%s %s for nobody", route.method(), route.path())
          .isEqualTo("NOT_SIGNED_IN");
      for (Role role : Role.values()) {
        boolean refused = isRefused(send(route, authorizations.getOrDefault(role, "")));
        assertThat(refused)
            .as("%s %s refused to %s", route.method(), route.path(), role)
            .isEqualTo(!route.roles().contains(role));
      }
    }
  }

  private Answer send(Route route, String authorization) throws IOException, InterruptedException {
    return server.send(
        route.method(),
        route.path(),
        route.body(),
        request -> request.header("Authorization", authorization));
  }

  private static boolean isRefused(Answer answer) {
    assertThat(answer.status()).isNotEqualTo(401);
    return answer.status() == 403;
  }
}
