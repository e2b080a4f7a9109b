package com.crmres.desktop;

import javafx.application.Application;

/// Starts the program. It is not the application class itself: then JavaFX would insist on being a
/// module.
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Application.launch(DesktopApp.class, arguments);
  }
}
