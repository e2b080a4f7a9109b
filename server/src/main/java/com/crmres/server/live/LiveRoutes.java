package com.crmres.server.live;

import com.crmres.common.live.LivePosition;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.websocket.WsRouting;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The paths of the live channel: where it stands, and the websocket itself.
public final class LiveRoutes implements HttpService {

  private final LiveFeed feed;
  private final Access access;
  private final LiveGate gate;
  private final Clock clock;
  private final Set<LiveSocket> sockets = ConcurrentHashMap.newKeySet();

  public LiveRoutes(LiveFeed feed, Access access, Clock clock) {
    this.feed = feed;
    this.access = access;
    this.gate = new LiveGate(access);
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/live/position", this::position).get("/live", this::refused);
  }

  /// The websocket's path; each connection has a socket of its own.
  public WsRouting.Builder websocket() {
    return WsRouting.builder().endpoint("/v1/live", this::open);
  }

  /// Tells every screen to come back later.
  public void goAway() {
    sockets.forEach(LiveSocket::goAway);
  }

  private LiveSocket open() {
    return new LiveSocket(feed, gate, clock, sockets);
  }

  private void position(ServerRequest request, ServerResponse response) {
    access.signedIn(request);
    new Exchange(request, response).ok(new LivePosition(feed.here().text()));
  }

  /// A refused upgrade goes on as plain HTTP and ends here.
  private void refused(ServerRequest request, ServerResponse response) {
    access.signedIn(request);
    throw new ApiException(ErrorCode.INVALID_INPUT);
  }
}
