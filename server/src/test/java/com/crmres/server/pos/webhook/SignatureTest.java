package com.crmres.server.pos.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_795_539_600);
  private static final byte[] BODY =
      "{\"type\":\"order.changed\",\"reference\":\"T-1\"}".getBytes(StandardCharsets.UTF_8);

  private final Signature signature = new Signature("a-secret-both-sides-share");

  /// The example of docs/pos.md.
  @Test
  void theExampleOfTheContractHolds() {
    assertThat(signature.of("event-1", NOW.getEpochSecond(), BODY)).startsWith("v1=").hasSize(67);
    assertThat(fits("event-1", NOW, BODY)).isTrue();
  }

  @Test
  void noneOfTheThreeCanBeExchanged() {
    assertThat(fits("event-2", NOW, BODY)).isFalse();
    assertThat(fits("event-1", NOW.plusSeconds(1), BODY)).isFalse();
    assertThat(fits("event-1", NOW, new byte[0])).isFalse();
  }

  @Test
  void whatIsOlderThanFiveMinutesIsARepetition() {
    String made = signature.of("event-1", NOW.getEpochSecond(), BODY);
    String timestamp = Long.toString(NOW.getEpochSecond());
    assertThat(signature.fits("event-1", timestamp, made, BODY, NOW.plusSeconds(300))).isTrue();
    assertThat(signature.fits("event-1", timestamp, made, BODY, NOW.plusSeconds(301))).isFalse();
    assertThat(signature.fits("event-1", timestamp, made, BODY, NOW.minusSeconds(301))).isFalse();
    assertThat(signature.fits("event-1", "soon", made, BODY, NOW)).isFalse();
  }

  private boolean fits(String id, Instant at, byte[] body) {
    String made = signature.of("event-1", NOW.getEpochSecond(), BODY);
    return signature.fits(id, Long.toString(at.getEpochSecond()), made, body, NOW);
  }
}
