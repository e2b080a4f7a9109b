package com.crmres.simulator.pos;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Tells the integration of the till's events, at most three times each, as Foodics does.
final class TillEvents implements AutoCloseable {

  private static final int ATTEMPTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Faults faults;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger taken = new AtomicInteger();
  private volatile @Nullable URI target;

  TillEvents(Faults faults) {
    this.faults = faults;
  }

  void target(URI address) {
    target = address;
  }

  /// How many deliveries were taken.
  int taken() {
    return taken.get();
  }

  void tell(JsonNode event) {
    URI address = target;
    if (address == null || faults.happens(Fault.WEBHOOK_LOST)) {
      return;
    }
    int times = faults.happens(Fault.WEBHOOK_TWICE) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      threads.execute(() -> deliver(address, event));
    }
  }

  private void deliver(URI address, JsonNode event) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(event)))
            .build();
    for (int i = 0; i < ATTEMPTS; i++) {
      if (isTaken(request)) {
        taken.incrementAndGet();
        return;
      }
    }
  }

  private boolean isTaken(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
