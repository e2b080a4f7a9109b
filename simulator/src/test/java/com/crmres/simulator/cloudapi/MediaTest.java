package com.crmres.simulator.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.simulator.GraphClient;
import com.crmres.simulator.ListeningBusiness;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.payload.Media;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Files as WhatsApp keeps them (whatsapp-cloud-api.md 5).
class MediaTest {

  private static final byte[] PICTURE = "picture".getBytes(StandardCharsets.UTF_8);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T18:00:00Z"));
  private final ListeningBusiness business = new ListeningBusiness();
  private final Simulator simulator =
      Simulator.builder()
          .webhook(business.webhook())
          .clock(((InstantSource) now::get).withZone(ZoneOffset.UTC))
          .build()
          .start();
  private final GraphClient graph = GraphClient.of(simulator);

  @AfterEach
  void close() {
    simulator.close();
    business.close();
  }

  @Test
  void anAddressLivesFiveMinutesAndCanBeAskedForAnew() throws Exception {
    Media media = simulator.media().fromCustomer(PICTURE, "image/jpeg");

    assertThat(graph.get(media.url()).text()).isEqualTo("picture");
    pass(Duration.ofMinutes(5));
    assertThat(graph.get(media.url()).status()).isEqualTo(404);

    String anew = graph.get("/v24.0/" + media.id()).json().path("url").asText();
    assertThat(graph.get(anew).text()).isEqualTo("picture");
  }

  @Test
  void aFileOfACustomerLivesSevenDays() throws Exception {
    Media media = simulator.media().fromCustomer(PICTURE, "image/jpeg");

    pass(Duration.ofDays(7).minusSeconds(1));
    assertThat(graph.get("/v24.0/" + media.id()).status()).isEqualTo(200);
    pass(Duration.ofSeconds(1));
    assertThat(graph.get("/v24.0/" + media.id()).json().path("error").path("code").asInt())
        .isEqualTo(100);
  }

  @Test
  void hashesAreBase64InWebhooksAndHexInAnswers() throws Exception {
    Media media = simulator.media().fromCustomer(PICTURE, "image/jpeg");

    assertThat(media.sha256()).hasSize(44).endsWith("=");
    assertThat(graph.get("/v24.0/" + media.id()).json().path("sha256").asText())
        .matches("[0-9a-f]{64}");
  }

  @Test
  void aCallerWithoutANameGetsAPageThatLooksLikeSuccess() throws Exception {
    Media media = simulator.media().fromCustomer(PICTURE, "image/jpeg");

    GraphClient.Answer answer =
        graph.call(graph.request(media.url()).header("User-Agent", "").GET().build());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("<html>").doesNotContain("picture");
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
