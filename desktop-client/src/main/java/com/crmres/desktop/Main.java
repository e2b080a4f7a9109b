package com.crmres.desktop;

import javafx.application.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the program. It is not the application class itself: then JavaFX would insist on being a
/// module.
public final class Main {

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> log.error("unexpected failure on {}", thread.getName(), failure));
    Application.launch(DesktopApp.class, arguments);
  }
}
