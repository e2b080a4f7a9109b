package com.crmres.desktop.kitchen;

import java.util.Locale;
import javafx.scene.Node;

/// Makes the letters of the display larger and smaller, for screens that hang far away.
final class Zoom {

  private static final int USUAL = 17;
  private static final int LEAST = 13;
  private static final int MOST = 30;

  private final Node root;
  private int size = USUAL;

  Zoom(Node root) {
    this.root = root;
    show();
  }

  void by(int step) {
    size = Math.clamp(size + step, LEAST, MOST);
    show();
  }

  private void show() {
    root.setStyle(String.format(Locale.ROOT, "-fx-font-size: %dpx;", size));
  }
}
