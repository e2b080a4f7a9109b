package com.crmres.server.whatsapp.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.http.Hosts;
import java.net.InetAddress;
import java.net.URI;
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

  @Test
  void refusesAHostOfFilesThatLiesInsideANetwork() {
    assertThat(allows(hosts("10.1.2.3"), "https://lookaside.fbsbx.com/x")).isFalse();
  }

  /// The operator chose it, for example to try the server against a simulated WhatsApp.
  @Test
  void allowsAGraphHostInsideButNoOtherPortOfIt() {
    MediaHosts hosts =
        new MediaHosts(
            URI.create("http://127.0.0.1:9000"), List.of(), new Hosts(InetAddress::getAllByName));

    assertThat(allows(hosts, "http://127.0.0.1:9000/files/1")).isTrue();
    assertThat(allows(hosts, "http://127.0.0.1:9001/files/1")).isFalse();
    assertThat(allows(hosts, "https://127.0.0.1:9000/files/1")).isFalse();
    assertThat(allows(hosts, "http://localhost:9000/files/1")).isFalse();
  }

  private static boolean allows(MediaHosts hosts, String address) {
    return hosts.isAllowed(URI.create(address));
  }

  private static MediaHosts hosts(String address) {
    return new MediaHosts(
        GRAPH,
        List.of("lookaside.fbsbx.com"),
        new Hosts(_ -> new InetAddress[] {InetAddress.ofLiteral(address)}));
  }
}
