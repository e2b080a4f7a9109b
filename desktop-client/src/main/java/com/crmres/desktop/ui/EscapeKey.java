package com.crmres.desktop.ui;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Escape closes what lies over a screen. A button that is told to be the one for Escape takes the
/// key for the whole window, even while it is hidden: with several of them only one would work.
public final class EscapeKey {

  private EscapeKey() {}

  public static void leaves(Node sheet, Runnable leave) {
    sheet.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            leave.run();
            key.consume();
          }
        });
  }
}
