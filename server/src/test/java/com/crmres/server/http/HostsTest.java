package com.crmres.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

  private static final String OUTSIDE = "203.0.114.7";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "198.19.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::"
      })
  void aNameInsideANetworkIsNotPublic(String address) {
    assertThat(hosts(address).isPublic("name.example")).isFalse();
    // One of several is enough: one cannot choose which will be called.
    assertThat(hosts(OUTSIDE, address).isPublic("name.example")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {OUTSIDE, "100.63.0.1", "100.128.0.1", "198.17.0.1", "2a00:1450::1"})
  void aNameOutsideIsPublicAndNotThisMachine(String address) {
    assertThat(hosts(address).isPublic("name.example")).isTrue();
    assertThat(hosts(address).isLoopback("name.example")).isFalse();
  }

  @Test
  void aNameIsThisMachineOnlyWithAllItsAddresses() {
    assertThat(hosts("127.0.0.1", "::1").isLoopback("name.example")).isTrue();
    assertThat(hosts("127.0.0.1", OUTSIDE).isLoopback("name.example")).isFalse();
  }

  @Test
  void aNameThatCannotBeFoundIsNeither() {
    Hosts lost =
        new Hosts(_ -> {
          throw new UnknownHostException();
        });

    assertThat(lost.isPublic("name.example")).isFalse();
    assertThat(lost.isLoopback("name.example")).isFalse();
    assertThat(hosts().isPublic("name.example")).isFalse();
  }

  private static Hosts hosts(String... addresses) {
    return new Hosts(
        _ -> Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
  }
}
