package com.crmres.server;

import io.helidon.config.Config;
import io.helidon.logging.common.LogConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/// The way into the server, for whoever starts it.
public final class Main {

  private static final Logger LOG = System.getLogger(Main.class.getName());
  private static final int CANNOT_START = 1;
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
    Running running = start(wiring);
    Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
    wiring.credentials().forEach(IO::println);
    IO.println(
        "CRM-RES listens on port %d, its health is on port %d."
            .formatted(running.port(), running.adminPort()));
  }

  /// Starts, or says in one line why not and ends the process.
  private static Running start(Wiring wiring) {
    try {
      Running running = wiring.start();
      if (running.isListening()) {
        return running;
      }
      running.stop();
      IO.println("CRM-RES cannot start: CRM_PORT or CRM_ADMIN_PORT is in use.");
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "the start failed", e);
      IO.println("CRM-RES cannot start: " + e.getMessage() + reason(e));
    }
    System.exit(CANNOT_START);
    throw new IllegalStateException("the process has ended");
  }

  /// What lies at the bottom of a failure; often that alone tells an operator what to do.
  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    if (cause == null) {
      return "";
    }
    return cause.getCause() == null ? " (" + cause.getMessage() + ")" : reason(cause);
  }

  private static void refuse(List<String> faults) {
    IO.println("CRM-RES cannot start; missing or wrong in the environment:");
    faults.forEach(fault -> IO.println("  " + fault));
    IO.println("docs/operation.md explains every key.");
  }
}
