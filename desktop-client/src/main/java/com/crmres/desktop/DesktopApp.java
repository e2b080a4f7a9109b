package com.crmres.desktop;

import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// JavaFX's way into the program and out of it.
public final class DesktopApp extends Application {

  private @Nullable DesktopProgram program;

  @Override
  public void start(Stage stage) {
    var options = StartOptions.from(getParameters().getRaw(), System.getenv());
    program = DesktopProgram.open(stage, options);
  }

  @Override
  public void stop() {
    DesktopProgram running = program;
    if (running != null) {
      running.close();
    }
  }
}
