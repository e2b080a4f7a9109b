package com.crmres.server.whatsapp.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Behaviour 27: no token goes to foreign hosts.
class MediaHostsTest {

  private static final URI GRAPH = URI.create("https://graph.facebook.com");

  @Test
  void allowsTheGraphHostAndTheHostsOfFiles() {
    MediaHosts hosts = hosts("203.0.114.7");

    assertThat(allows(hosts, "https://graph.facebook.com/v26.0/1")).isTrue();
    assertThat(allows(hosts, "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1"))
        .isTrue();
    assertThat(allows(hosts, "https://LOOKASIDE.fbsbx.com:443/x")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://lookaside.fbsbx.com/x",
        "http://graph.facebook.com/x",
        "https://lookaside.fbsbx.com:8443/x",
        "https://lookaside.fbsbx.com.evil.example/x",
        "https://evil.example/lookaside.fbsbx.com",
        "https://lookaside.fbsbx.com@evil.example/x",
        "https://xlookaside.fbsbx.com/x",
        "https://203.0.114.7/x",
        "file://lookaside.fbsbx.com/etc/passwd",
        "https:/x",
        "x"
      })
  void refusesEverythingElse(String address) {
    assertThat(allows(hosts("203.0.114.7"), address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
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
  void refusesAHostOfFilesThatLiesInsideANetwork(String address) {
    assertThat(allows(hosts(address), "https://lookaside.fbsbx.com/x")).isFalse();
    // One of several is enough: one cannot choose which will be called.
    assertThat(allows(hosts("203.0.114.7", address), "https://lookaside.fbsbx.com/x")).isFalse();
  }

  @Test
  void refusesAHostThatCannotBeFound() {
    MediaHosts hosts =
        new MediaHosts(
            GRAPH,
            List.of("lookaside.fbsbx.com"),
            _ -> {
              throw new UnknownHostException();
            });

    assertThat(allows(hosts, "https://lookaside.fbsbx.com/x")).isFalse();
  }

  /// The operator chose it, for example to try the server against a simulated WhatsApp.
  @Test
  void allowsAGraphHostInsideButNoOtherPortOfIt() {
    MediaHosts hosts =
        new MediaHosts(URI.create("http://127.0.0.1:9000"), List.of(), InetAddress::getAllByName);

    assertThat(allows(hosts, "http://127.0.0.1:9000/files/1")).isTrue();
    assertThat(allows(hosts, "http://127.0.0.1:9001/files/1")).isFalse();
    assertThat(allows(hosts, "https://127.0.0.1:9000/files/1")).isFalse();
    assertThat(allows(hosts, "http://localhost:9000/files/1")).isFalse();
  }

  private static boolean allows(MediaHosts hosts, String address) {
    return hosts.isAllowed(URI.create(address));
  }

  private static MediaHosts hosts(String... addresses) {
    return new MediaHosts(
        GRAPH,
        List.of("lookaside.fbsbx.com"),
        _ -> {
          InetAddress[] found = new InetAddress[addresses.length];
          for (int i = 0; i < addresses.length; i++) {
            found[i] = InetAddress.ofLiteral(addresses[i]);
          }
          return found;
        });
  }
}
