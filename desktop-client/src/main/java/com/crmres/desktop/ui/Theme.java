package com.crmres.desktop.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import com.dlsc.gemsfx.util.ControlsFXAtlantaFX;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light and dark: AtlantaFX's theme with our own stylesheet on top.
public enum Theme {
  LIGHT,
  DARK;

  private static final String SHEET = "/com/crmres/desktop/style/app.css";

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /// Only Regular and Bold: Pango draws Arabic of the weights between as Regular.
  public static void loadFonts() {
    for (String weight : new String[] {"Regular", "Bold"}) {
      String file = "/com/crmres/desktop/fonts/IBMPlexSansArabic-%s.ttf".formatted(weight);
      Objects.requireNonNull(
          Font.loadFont(Theme.class.getResourceAsStream(file), 14), "font unreadable: " + weight);
    }
  }

  public void applyTo(Scene scene) {
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    String sheet = Objects.requireNonNull(Theme.class.getResource(SHEET)).toExternalForm();
    scene.getStylesheets().setAll(ControlsFXAtlantaFX.STYLESHEET, sheet);
    scene.getRoot().getStyleClass().remove("dark");
    if (this == DARK) {
      scene.getRoot().getStyleClass().add("dark");
    }
  }
}
