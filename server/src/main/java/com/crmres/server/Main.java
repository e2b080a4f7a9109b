package com.crmres.server;

import io.helidon.config.Config;
import io.helidon.logging.common.LogConfig;
import java.util.List;

/// The way into the server, for whoever starts it.
public final class Main {

  private static final int WRONG_SETTINGS = 2;

  private Main() {}

  /// Takes no arguments: everything is set in the environment.
  public static void main(String[] arguments) {
    LogConfig.configureRuntime();
    Settings settings;
    try {
      settings = Settings.read(Config.create());
    } catch (SettingsException e) {
      refuse(e.faults());
      System.exit(WRONG_SETTINGS);
      return;
    }
    Wiring wiring = new Wiring(settings);
    Running running = wiring.start();
    Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
    wiring.credentials().forEach(IO::println);
    if (settings.languageModels() != null) {
      IO.println("OpenRouter is set, but not used yet: the embedded assistant answers.");
    }
    IO.println(
        "CRM-RES listens on port %d, its health is on port %d."
            .formatted(running.port(), running.adminPort()));
  }

  private static void refuse(List<String> faults) {
    IO.println("CRM-RES cannot start; missing or wrong in the environment:");
    faults.forEach(fault -> IO.println("  " + fault));
    IO.println("docs/operation.md explains every key.");
  }
}
