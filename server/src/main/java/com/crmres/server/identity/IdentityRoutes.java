package com.crmres.server.identity;

import com.crmres.common.identity.RefreshRequest;
import com.crmres.common.identity.SignInRequest;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// The paths of signing in, under `/v1`.
public final class IdentityRoutes implements HttpService {

  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_PASSWORD = 128;
  private static final int LONGEST_TOKEN = 128;

  private final Sessions sessions;
  private final Access access;
  private final Staffs staffs;

  public IdentityRoutes(Sessions sessions, Access access, Staffs staffs) {
    this.sessions = sessions;
    this.access = access;
    this.staffs = staffs;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/auth/sign-in", this::signIn)
        .post("/auth/refresh", this::refresh)
        .post("/auth/sign-out", this::signOut)
        .get("/me", this::me);
  }

  private void signIn(ServerRequest request, ServerResponse response) {
    Exchange exchange = new Exchange(request, response);
    SignInRequest wish = exchange.read(SignInRequest.class);
    new Faults()
        .length("email", wish.email(), 1, LONGEST_EMAIL)
        .length("password", wish.password(), 1, LONGEST_PASSWORD)
        .throwIfAny();
    String address = request.remotePeer().host();
    exchange.ok(sessions.signIn(wish.email(), wish.password(), address));
  }

  private void refresh(ServerRequest request, ServerResponse response) {
    Exchange exchange = new Exchange(request, response);
    exchange.ok(sessions.refresh(refreshToken(exchange)));
  }

  private void signOut(ServerRequest request, ServerResponse response) {
    Exchange exchange = new Exchange(request, response);
    sessions.signOut(refreshToken(exchange));
    exchange.noContent();
  }

  private void me(ServerRequest request, ServerResponse response) {
    Principal principal = access.signedIn(request);
    new Exchange(request, response)
        .ok(
            staffs
                .find(principal.restaurantId(), principal.staffId())
                .orElseThrow(() -> new ApiException(ErrorCode.NOT_SIGNED_IN)));
  }

  private static String refreshToken(Exchange exchange) {
    String token = exchange.read(RefreshRequest.class).refreshToken();
    new Faults().length("refreshToken", token, 1, LONGEST_TOKEN).throwIfAny();
    return token;
  }
}
