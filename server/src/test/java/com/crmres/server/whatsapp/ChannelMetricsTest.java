package com.crmres.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.metrics.api.Metrics;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ChannelMetricsTest {

  /// behaviour 2: refused deliveries are counted.
  @Test
  void everythingCountedIsShownToWhoWatches() throws Exception {
    ChannelMetrics metrics = new ChannelMetrics(Metrics.globalRegistry());
    metrics.sent("accepted");
    metrics.refused(130429);
    metrics.doubt("opened");
    metrics.signatureRefused();
    metrics.queue("42", 7, 90);
    metrics.queue("42", 8, 91);
    metrics.units(3, 2);
    metrics.breaker("42", () -> 2);

    assertThat(shown())
        .contains(
            "crm_channel_sends_total{result=\"accepted\"",
            "crm_channel_refusals_total{code=\"130429\"",
            "crm_channel_doubts_total{outcome=\"opened\"",
            "crm_webhook_signature_refusals_total",
            "crm_channel_queue_depth{number=\"42\"",
            "crm_channel_queue_oldest_seconds{number=\"42\"",
            "crm_webhook_units{",
            "crm_channel_breaker{number=\"42\"")
        .containsPattern("crm_channel_queue_depth\\{number=\"42\"[^}]*\\} 8\\.0")
        .containsPattern("crm_channel_breaker\\{number=\"42\"[^}]*\\} 2\\.0");
  }

  private static String shown() throws Exception {
    WebServer server =
        WebServer.builder()
            .featuresDiscoverServices(false)
            .port(0)
            .addFeature(ObserveFeature.builder().addObserver(MetricsObserver.create()).build())
            .build()
            .start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI page = URI.create("http://127.0.0.1:" + server.port() + "/observe/metrics");
      return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
    } finally {
      server.stop();
    }
  }
}
