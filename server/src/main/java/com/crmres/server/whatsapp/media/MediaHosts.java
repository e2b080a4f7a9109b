package com.crmres.server.whatsapp.media;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
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
  private static final int CARRIER_NETWORK = 100;
  private static final int BENCHMARK_NETWORK = 198;

  private final URI graph;
  private final Set<String> hosts;
  private final Resolver resolver;

  /// Finds the addresses of a host name.
  @FunctionalInterface
  interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /// Makes the list.
  ///
  /// @param graph where the Graph API is; the operator chose it, so it may be anywhere
  /// @param hosts where WhatsApp keeps files, without port
  MediaHosts(URI graph, List<String> hosts, Resolver resolver) {
    this.graph = graph;
    this.hosts =
        hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    this.resolver = resolver;
  }

  /// Whether the server may call it, token and all.
  boolean isAllowed(URI address) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return false;
    }
    return isGraph(address) || (isMediaHost(address) && isPublic(address.getHost()));
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

  /// Every address of the name, since one cannot choose which will be called.
  private boolean isPublic(String host) {
    try {
      InetAddress[] addresses = resolver.addresses(host);
      return addresses.length > 0 && List.of(addresses).stream().noneMatch(MediaHosts::isInner);
    } catch (UnknownHostException _) {
      return false;
    }
  }

  private static boolean isInner(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (address instanceof Inet6Address ? isInnerV6(bytes) : isInnerV4(bytes));
  }

  private static boolean isInnerV4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return first == 0
        || first >= 240
        || (first == CARRIER_NETWORK && second >= 64 && second < 128)
        || (first == BENCHMARK_NETWORK && (second == 18 || second == 19));
  }

  /// Unique local addresses, and the ways of writing an IPv4 address as IPv6.
  private static boolean isInnerV6(byte[] bytes) {
    boolean local = (bytes[0] & 0xfe) == 0xfc;
    boolean translated = bytes[0] == 0 && bytes[1] == 0x64;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean embedded = bytes[0] == 0 && bytes[1] == 0;
    return local || translated || sixToFour || embedded;
  }
}
