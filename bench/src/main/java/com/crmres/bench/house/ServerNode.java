package com.crmres.bench.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One real server process, which may be killed and started again on the same ports.
public final class ServerNode implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
  private static final Duration GLANCE = Duration.ofMillis(20);
  private static final List<String> SETTINGS =
      List.of("CRM_", "WHATSAPP_", "MOYASAR_", "OPENROUTER_");
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final Path log;
  private final Map<String, String> environment;
  private final int port;
  private final int adminPort;
  private List<String> options =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");
  private @Nullable Process process;

  ServerNode(Path log, Map<String, String> environment, int port, int adminPort) {
    this.log = log;
    this.environment = Map.copyOf(environment);
    this.port = port;
    this.adminPort = adminPort;
  }

  /// Further arguments for Java, instead of those that make it start fast.
  public ServerNode withOptions(List<String> values) {
    options = List.copyOf(values);
    return this;
  }

  public int port() {
    return port;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Where operators ask.
  public URI admin() {
    return URI.create("http://127.0.0.1:" + adminPort);
  }

  public URI webhook() {
    return url().resolve("/v1/webhooks/whatsapp");
  }

  /// Starts the process and returns at once.
  public void launch() throws IOException {
    ProcessBuilder builder = program(List.of("com.crmres.server.Main"));
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process started = builder.start();
    process = started;
    // A trial that is broken off leaves nobody behind.
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
  }

  /// What a tool said, and with which code it ended.
  public record Said(int code, String text) {}

  /// Runs another program of the server's, with this node's settings, to its end.
  ///
  /// @param command its class and its arguments
  public Said run(String... command) throws IOException, InterruptedException {
    Process tool = program(List.of(command)).start();
    String text = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(tool.waitFor(), text);
  }

  private ProcessBuilder program(List<String> mainAndArguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("crm.java", ownJava()));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("crm.server.classpath", System.getProperty("java.class.path", "")));
    command.addAll(mainAndArguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(ServerNode::isSetting);
    builder.environment().putAll(environment);
    builder.environment().put("CRM_PORT", Integer.toString(port));
    builder.environment().put("CRM_ADMIN_PORT", Integer.toString(adminPort));
    return builder.redirectErrorStream(true);
  }

  /// Starts the process and waits until it says that it is ready.
  public ServerNode start() throws IOException, InterruptedException {
    launch();
    awaitReady();
    return this;
  }

  public void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > end || !running().isAlive()) {
        throw new IOException("the server does not become ready:\n" + lastWords());
      }
      Thread.sleep(GLANCE);
    }
  }

  public boolean isReady() throws InterruptedException {
    URI health = URI.create("http://127.0.0.1:" + adminPort + "/observe/health/ready");
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException _) {
      return false; // nobody listens yet
    }
  }

  /// SIGKILL: no hook runs, no buffer is written.
  public void kill() throws InterruptedException {
    Process victim = running();
    victim.destroyForcibly();
    victim.waitFor();
  }

  public boolean isAlive() {
    Process started = process;
    return started != null && started.isAlive();
  }

  public long pid() {
    return running().pid();
  }

  /// The end of what the process said.
  public String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }

  /// Everything that all lives of this node complained of.
  public List<String> complaints() throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(" WARNING ") || line.contains(" SEVERE "))
        .toList();
  }

  @Override
  public void close() {
    Process started = process;
    if (started == null) {
      return;
    }
    started.destroy();
    try {
      if (!started.waitFor(STOP_LIMIT)) {
        started.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      started.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Process running() {
    Process started = process;
    if (started == null) {
      throw new IllegalStateException("the node was never started");
    }
    return started;
  }

  private static boolean isSetting(String name) {
    return SETTINGS.stream().anyMatch(name::startsWith);
  }

  private static String ownJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
