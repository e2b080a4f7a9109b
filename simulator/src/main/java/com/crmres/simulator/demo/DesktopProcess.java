package com.crmres.simulator.demo;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The desktop program as a process of its own.
final class DesktopProcess implements AutoCloseable {

  private final Process process;

  private DesktopProcess(Process process) {
    this.process = process;
  }

  static DesktopProcess open(
      DemoSettings settings, String classPath, URI server, String email, String password)
      throws IOException {
    List<String> command =
        List.of(
            settings.java(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            "com.crmres.desktop.Main",
            "--server",
            server.toString(),
            "--email",
            email);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CRM_DESKTOP_PASSWORD", password);
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(settings.data().resolve("desktop.log").toFile()));
    return new DesktopProcess(builder.start());
  }

  /// Waits until the window is closed; answers the exit code.
  int awaitClosed() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
