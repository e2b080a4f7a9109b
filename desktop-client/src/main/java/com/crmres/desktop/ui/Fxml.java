package com.crmres.desktop.ui;

import com.crmres.desktop.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the FXML that lies beside a view class and has its name.
public final class Fxml {

  private Fxml() {}

  /// Loads the view's nodes, with the texts of its language.
  ///
  /// @param view gets the `fx:id` nodes into its `@FXML` fields
  public static <N extends Parent> N load(Object view, Texts texts, Class<N> rootType) {
    String file = view.getClass().getSimpleName() + ".fxml";
    var loader = new FXMLLoader(view.getClass().getResource(file), texts.bundle());
    loader.setController(view);
    try {
      return rootType.cast(loader.load());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + file, e);
    }
  }
}
