package com.crmres.simulator.demo;

import com.crmres.simulator.Simulator;
import com.crmres.simulator.payload.BusinessNumber;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The restaurant's server as a process of its own; started again if it dies without being asked
/// to.
final class ServerProcess implements AutoCloseable {

  static final String OWNER = "owner@nar.example";

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final int MOST_DEATHS_AT_START = 2;
  private static final int STOP_SECONDS = 20;
  private static final List<String> FOREIGN = List.of("CRM_", "WHATSAPP_", "OPENROUTER_");

  private final DemoSettings settings;
  private final Map<String, String> environment;
  private final Transcript transcript;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final AtomicInteger deaths = new AtomicInteger();
  private @Nullable Process process;
  private boolean stopping;

  ServerProcess(
      DemoSettings settings,
      Secrets secrets,
      BusinessNumber number,
      Simulator simulator,
      Transcript transcript) {
    this.settings = settings;
    this.transcript = transcript;
    this.environment = new HashMap<>();
    environment.putAll(
        Map.ofEntries(
            Map.entry("CRM_PORT", Integer.toString(settings.port())),
            Map.entry("CRM_ADMIN_PORT", Integer.toString(settings.adminPort())),
            Map.entry("CRM_DATA_DIR", settings.data().toString()),
            Map.entry("CRM_SEED", "demo"),
            Map.entry("CRM_SEED_PASSWORD", secrets.staffPassword()),
            Map.entry("WHATSAPP_GRAPH_URL", simulator.url().toString()),
            Map.entry("WHATSAPP_APP_SECRET", secrets.appSecret()),
            Map.entry("WHATSAPP_VERIFY_TOKEN", secrets.verifyToken()),
            Map.entry("WHATSAPP_ACCESS_TOKEN", secrets.accessToken()),
            Map.entry("WHATSAPP_BUSINESS_ACCOUNT_ID", number.accountId()),
            Map.entry("WHATSAPP_PHONE_NUMBER_ID", number.phoneNumberId())));
    if (settings.model()) {
      environment.put("OPENROUTER_API_KEY", secrets.modelKey());
      environment.put("OPENROUTER_BASE_URL", simulator.openRouterUrl().toString());
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + settings.port());
  }

  /// Starts the server and waits until it says that it is ready.
  void start() throws IOException, InterruptedException {
    launch();
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > end || deaths.get() > MOST_DEATHS_AT_START) {
        throw new IOException(transcript.text("server.silent", log()));
      }
      Thread.sleep(200);
    }
  }

  File log() {
    return settings.data().resolve("server.log").toFile();
  }

  boolean isReady() throws InterruptedException {
    URI health = URI.create("http://127.0.0.1:" + settings.adminPort() + "/observe/health/ready");
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    Process running = stop();
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException hurried) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Process stop() {
    stopping = true;
    return process;
  }

  private synchronized void launch() throws IOException {
    if (stopping) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(settings.java());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(settings.serverOptions());
    command.addAll(List.of("-cp", settings.serverClassPath(), settings.serverMain()));
    ProcessBuilder builder = new ProcessBuilder(command);
    // Settings of a real installation in the caller's shell must not reach the demo.
    builder.environment().keySet().removeIf(ServerProcess::isForeign);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
    Process started = builder.start();
    process = started;
    Thread.ofVirtual().name("server-watch").start(() -> watch(started));
  }

  private void watch(Process watched) {
    try {
      int code = watched.waitFor();
      if (isStopping()) {
        return;
      }
      deaths.incrementAndGet();
      transcript.note("server.died", code, log());
      Thread.sleep(500);
      launch();
    } catch (IOException impossible) {
      throw new UncheckedIOException("the server cannot be started again", impossible);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  private static boolean isForeign(String name) {
    return FOREIGN.stream().anyMatch(name::startsWith);
  }
}
