package com.crmres.server.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.http.Hosts;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  private final Addresses strict = new Addresses(new Hosts(InetAddress::getAllByName), false);
  private final Addresses trial = new Addresses(new Hosts(InetAddress::getAllByName), true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://198.51.100.7/till",
        "https://user:secret@198.51.100.7/till",
        "ftp://198.51.100.7/",
        "not an address",
        "/till",
        "http://127.0.0.1:8080/"
      })
  void onlyHttpsWithoutNamesInsideIsAnAddress(String text) {
    assertThat(strict.isWellFormed(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://10.0.0.1/",
        "https://192.168.1.4/",
        "https://169.254.169.254/",
        "https://100.64.0.1/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[::ffff:10.0.0.1]/"
      })
  void nobodysOwnNetworkIsCalled(String text) {
    assertThat(strict.isAllowed(URI.create(text))).isFalse();
  }

  @Test
  void aPublicHostIsCalledAndThisMachineOnlyInTrials() {
    assertThat(strict.isAllowed(URI.create("https://198.51.100.7/till"))).isTrue();
    assertThat(trial.isAllowed(URI.create("http://127.0.0.1:8080/till"))).isTrue();
    assertThat(trial.isAllowed(URI.create("http://10.0.0.1/till"))).isFalse();
  }
}
