package com.crmres.simulator.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// What the caller of the demo wants, from its arguments and the launcher's properties.
///
/// @param model whether a simulated language model answers the server
/// @param serverOptions further arguments for the server's Java
/// @param load how many times faster than people the customers are
/// @param desktop class path of the desktop program; empty if it shall not be opened
record DemoSettings(
    boolean keep,
    boolean fresh,
    boolean model,
    long seed,
    Path data,
    String java,
    String serverClassPath,
    String serverMain,
    List<String> serverOptions,
    Optional<String> desktop,
    int port,
    int adminPort,
    double load,
    Locale language) {

  /// @param env the environment, for the display
  static DemoSettings read(List<String> arguments, Properties launcher, Map<String, String> env) {
    Arguments given = Arguments.parse(arguments);
    String serverClassPath =
        Optional.ofNullable(launcher.getProperty("crm.server.classpath"))
            .orElseThrow(() -> new BadArguments("the launcher must give -Dcrm.server.classpath"));
    int port = free(8080);
    return new DemoSettings(
        given.keep(),
        given.fresh(),
        given.model(),
        given.seed().orElse(Instant.now().toEpochMilli()),
        Path.of(launcher.getProperty("crm.data", env.getOrDefault("CRM_DATA_DIR", "data")))
            .toAbsolutePath(),
        launcher.getProperty("crm.java", ownJava()),
        serverClassPath,
        launcher.getProperty("crm.server.main", "com.crmres.server.Main"),
        words(launcher.getProperty("crm.server.options", "")),
        given.desktop() && hasDisplay(launcher, env)
            ? Optional.ofNullable(launcher.getProperty("crm.desktop.classpath"))
            : Optional.empty(),
        port,
        free(port == 8080 ? 8081 : 0),
        Double.parseDouble(launcher.getProperty("crm.demo.load", "1")),
        Locale.getDefault().getLanguage().equals("ar") ? Locale.of("ar") : Locale.ENGLISH);
  }

  Path passwordFile() {
    return data.resolve("demo-staff-password");
  }

  private static boolean hasDisplay(Properties launcher, Map<String, String> env) {
    String system = launcher.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return system.contains("mac")
        || system.contains("win")
        || env.containsKey("DISPLAY")
        || env.containsKey("WAYLAND_DISPLAY");
  }

  /// The wished port, or any other if it is taken.
  private static int free(int wished) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), wished));
      return probe.getLocalPort();
    } catch (IOException taken) {
      if (wished == 0) {
        throw new UncheckedIOException("no free port", taken);
      }
      return free(0);
    }
  }

  private static List<String> words(String options) {
    return options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
  }

  private static String ownJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
