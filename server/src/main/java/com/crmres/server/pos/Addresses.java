package com.crmres.server.pos;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/// Says which addresses a till may have: https, and outside of everybody's own network, since
/// whoever may write it could else make the server call whom he likes.
public final class Addresses {

  private static final int CARRIER_NETWORK = 100;
  private static final int BENCHMARK_NETWORK = 198;

  private final Resolver resolver;
  private final boolean loopback;

  /// Finds the addresses of a host name.
  @FunctionalInterface
  public interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /// Makes the rule.
  ///
  /// @param loopback whether this machine may be called too, without TLS: for trials
  public Addresses(Resolver resolver, boolean loopback) {
    this.resolver = resolver;
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
    if (!isWellFormed(address.toString())) {
      return false;
    }
    try {
      List<InetAddress> found = List.of(resolver.addresses(address.getHost()));
      return !found.isEmpty()
          && (found.stream().noneMatch(Addresses::isInner)
              || (loopback && found.stream().allMatch(InetAddress::isLoopbackAddress)));
    } catch (UnknownHostException _) {
      return false;
    }
  }

  private boolean mayBeLoopback(URI address) {
    return loopback
        && "http".equalsIgnoreCase(address.getScheme())
        && List.of("127.0.0.1", "localhost", "[::1]").contains(address.getHost());
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
