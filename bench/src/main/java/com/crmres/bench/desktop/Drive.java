package com.crmres.bench.desktop;

import javafx.application.Application;

/// Starts the program in a process of its own, with a hand at it where nobody sits. Not the
/// application class itself: then JavaFX would insist on being a module.
public final class Drive {

  private Drive() {}

  public static void main(String[] arguments) {
    Application.launch(DrivenProgram.class, arguments);
  }
}
