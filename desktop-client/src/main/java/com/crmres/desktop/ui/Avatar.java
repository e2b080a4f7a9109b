package com.crmres.desktop.ui;

import com.crmres.desktop.text.DisplayText;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The coloured circle with the first letter of a name.
public final class Avatar extends StackPane {

  private static final int COLOURS = 8;

  private final Label letter = new Label();
  private String colour = "";

  public Avatar() {
    getStyleClass().add("avatar");
    getChildren().add(letter);
  }

  /// The same person has the same colour everywhere.
  public void show(UUID id, String name) {
    String wanted = "avatar-" + Math.floorMod(id.hashCode(), COLOURS);
    if (!wanted.equals(colour)) {
      getStyleClass().remove(colour);
      getStyleClass().add(wanted);
      colour = wanted;
    }
    letter.setText(firstLetter(DisplayText.line(name)));
  }

  private static String firstLetter(String name) {
    int first = name.codePoints().filter(Character::isLetter).findFirst().orElse('؟');
    return Character.toString(Character.toUpperCase(first));
  }
}
