package com.crmres.desktop.connection;

/// Both ways to one server: asking and listening.
public record ServerLink(ServerApi api, LiveDoor live) {

  /// The same object behind both, since they share the session.
  public static ServerLink to(HttpServerApi server) {
    return new ServerLink(server, server);
  }
}
