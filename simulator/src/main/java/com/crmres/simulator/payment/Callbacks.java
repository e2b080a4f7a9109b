package com.crmres.simulator.payment;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Carries callbacks to the shop: again until it answers with a 2xx, six times at most, then never.
final class Callbacks implements AutoCloseable {

  private static final int ATTEMPTS = 6;

  private final Duration pause;
  private final Mishaps mishaps;
  private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final AtomicInteger answered = new AtomicInteger();
  private final List<JsonNode> late = new ArrayList<>();
  private volatile @Nullable URI target;

  /// Makes them.
  ///
  /// @param pause before the second attempt; a minute with Moyasar
  Callbacks(Duration pause, Mishaps mishaps) {
    this.pause = pause;
    this.mishaps = mishaps;
  }

  void target(URI shop) {
    target = shop;
  }

  /// How many were answered with a 2xx.
  int answered() {
    return answered.get();
  }

  void send(JsonNode event) {
    if (mishaps.happens(Mishap.CALLBACK_LOST)) {
      return;
    }
    if (mishaps.happens(Mishap.CALLBACK_LATE)) {
      keep(event);
      return;
    }
    int times = mishaps.happens(Mishap.CALLBACK_REPEATED) ? 3 : 1;
    for (int time = 0; time < times; time++) {
      carry(event);
    }
    kept().forEach(this::carry);
  }

  private synchronized void keep(JsonNode event) {
    late.add(event);
  }

  private synchronized List<JsonNode> kept() {
    List<JsonNode> now = List.copyOf(late);
    late.clear();
    return now;
  }

  private void carry(JsonNode event) {
    URI shop = target;
    if (shop != null) {
      couriers.execute(() -> carry(shop, Json.write(event)));
    }
  }

  private void carry(URI shop, String event) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (isTaken(shop, event)) {
          answered.incrementAndGet();
          return;
        }
        Thread.sleep(pause.multipliedBy(1L << attempt));
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTaken(URI shop, String event) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(shop)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException away) {
      return false;
    }
  }

  @Override
  public void close() {
    couriers.shutdownNow();
    http.shutdownNow();
  }
}
