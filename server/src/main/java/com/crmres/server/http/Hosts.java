package com.crmres.server.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Looks up host names that came from outside, and says whether the server would call into
/// somebody's own network there.
public final class Hosts {

  private static final int CARRIER_NETWORK = 100;
  private static final int BENCHMARK_NETWORK = 198;

  private final Resolver resolver;

  /// Finds the addresses of a host name.
  @FunctionalInterface
  public interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  public Hosts(Resolver resolver) {
    this.resolver = resolver;
  }

  /// Whether every address of the name lies outside, since one cannot choose which will be called.
  public boolean isPublic(String host) {
    List<InetAddress> found = addresses(host);
    return !found.isEmpty() && found.stream().noneMatch(Hosts::isInner);
  }

  /// Whether every address of the name is this machine.
  public boolean isLoopback(String host) {
    List<InetAddress> found = addresses(host);
    return !found.isEmpty() && found.stream().allMatch(InetAddress::isLoopbackAddress);
  }

  private List<InetAddress> addresses(String host) {
    try {
      return List.of(resolver.addresses(host));
    } catch (UnknownHostException _) {
      return List.of();
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
