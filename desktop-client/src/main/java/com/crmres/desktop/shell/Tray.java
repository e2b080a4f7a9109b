package com.crmres.desktop.shell;

import com.crmres.desktop.text.Texts;
import javafx.scene.image.Image;

/// The corner of the machine's screen where programs say that they are there.
public interface Tray extends AutoCloseable {

  /// A machine without one.
  Tray NONE =
      new Tray() {
        @Override
        public void show(Image icon, int waiting, Texts texts) {}

        @Override
        public void close() {}
      };

  /// Shows how many wait for a person.
  void show(Image icon, int waiting, Texts texts);

  @Override
  void close();
}
