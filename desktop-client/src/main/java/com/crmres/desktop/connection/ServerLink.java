package com.crmres.desktop.connection;

import java.net.URI;

/// Both ways to one server: asking and listening.
public record ServerLink(ServerApi api, LiveDoor live, URI address) {

  /// The same object behind both, since they share the session.
  public static ServerLink to(HttpServerApi server) {
    return new ServerLink(server, server, server.address());
  }
}
