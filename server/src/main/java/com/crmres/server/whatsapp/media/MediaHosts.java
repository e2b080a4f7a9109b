package com.crmres.server.whatsapp.media;

import com.crmres.server.http.Hosts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Says which addresses the server may call for a file: the Graph API's own host, and the hosts
/// where WhatsApp keeps files, none of which may lie inside anybody's network.
///
/// An address comes from outside, so whoever could forge one would otherwise make the server call
/// whom he likes, with WhatsApp's token.
final class MediaHosts {

  private static final int HTTPS_PORT = 443;

  private final URI graph;
  private final Set<String> hosts;
  private final Hosts names;

  /// Makes the list.
  ///
  /// @param graph where the Graph API is; the operator chose it, so it may be anywhere
  /// @param hosts where WhatsApp keeps files, without port
  MediaHosts(URI graph, List<String> hosts, Hosts names) {
    this.graph = graph;
    this.hosts =
        hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    this.names = names;
  }

  /// Whether the server may call it, token and all.
  boolean isAllowed(URI address) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return false;
    }
    return isGraph(address) || (isMediaHost(address) && names.isPublic(address.getHost()));
  }

  private boolean isGraph(URI address) {
    return graph.getScheme().equalsIgnoreCase(address.getScheme())
        && graph.getHost().equalsIgnoreCase(address.getHost())
        && port(graph) == port(address);
  }

  private boolean isMediaHost(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        && port(address) == HTTPS_PORT
        && hosts.contains(address.getHost().toLowerCase(Locale.ROOT));
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? HTTPS_PORT : 80;
  }
}
