package com.crmres.server.pos;

import com.crmres.server.http.Hosts;
import java.net.URI;
import java.util.List;

/// Says which addresses a till may have: https, and outside of everybody's own network, since
/// whoever may write it could else make the server call whom he likes.
public final class Addresses {

  private final Hosts hosts;
  private final boolean loopback;

  /// Makes the rule.
  ///
  /// @param loopback whether this machine may be called too, without TLS: for trials
  public Addresses(Hosts hosts, boolean loopback) {
    this.hosts = hosts;
    this.loopback = loopback;
  }

  /// Whether it may be written down; its name is looked up only when it is called.
  public boolean isWellFormed(String text) {
    try {
      URI address = URI.create(text);
      return address.getHost() != null
          && address.getRawUserInfo() == null
          && address.getRawFragment() == null
          && ("https".equalsIgnoreCase(address.getScheme()) || mayBeLoopback(address));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Whether it may be called now.
  boolean isAllowed(URI address) {
    return isWellFormed(address.toString())
        && (hosts.isPublic(address.getHost()) || (loopback && hosts.isLoopback(address.getHost())));
  }

  private boolean mayBeLoopback(URI address) {
    return loopback
        && "http".equalsIgnoreCase(address.getScheme())
        && List.of("127.0.0.1", "localhost", "[::1]").contains(address.getHost());
  }
}
