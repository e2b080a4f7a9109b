package com.crmres.simulator.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/// Keeps the libraries' chatter out of the terminal: the demo's own lines are what people came for.
public final class QuietLog {

  private static final String WARNINGS_ONLY =
      """
      handlers = java.util.logging.ConsoleHandler
      .level = WARNING
      """;

  /// Called by java.util.logging, which finds this class by its name in a system property.
  public QuietLog() throws IOException {
    byte[] configuration = WARNINGS_ONLY.getBytes(StandardCharsets.ISO_8859_1);
    LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(configuration));
  }

  static void install() {
    System.setProperty("java.util.logging.config.class", QuietLog.class.getName());
  }
}
