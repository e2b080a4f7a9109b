package com.crmres.desktop.connection;

/// How the live channel stands.
public enum ConnectionState {
  CONNECTING,
  ONLINE,
  /// Lost; the next attempt is being waited for.
  LOST,
  /// The session is over.
  SIGNED_OUT,
  CLOSED
}
