package com.crmres.desktop.ui;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// A short coloured word about a state.
public final class Chip extends Label {

  /// What a colour means; never the only mark, the chip has words and often an icon.
  public enum Tone {
    NEUTRAL,
    BRAND,
    GOOD,
    DUE,
    LATE,
    NEW,
    ASSISTANT
  }

  private @Nullable Tone tone;
  private @Nullable Icon icon;

  public Chip() {
    getStyleClass().add("chip");
    setMinWidth(USE_PREF_SIZE);
  }

  public void show(String words, Tone wanted) {
    show(words, wanted, null);
  }

  public void show(String words, Tone wanted, @Nullable Icon sign) {
    setText(words);
    setIcon(sign);
    setTone(wanted);
    setVisible(true);
    setManaged(true);
  }

  public void hide() {
    setVisible(false);
    setManaged(false);
  }

  /// A new node costs its styles: what is there already stays.
  private void setIcon(@Nullable Icon wanted) {
    if (icon != wanted) {
      setGraphic(wanted == null ? null : wanted.node());
      icon = wanted;
    }
  }

  private void setTone(Tone wanted) {
    if (tone != wanted) {
      getStyleClass().removeIf(name -> name.startsWith("chip-"));
      getStyleClass().add("chip-" + wanted.name().toLowerCase(java.util.Locale.ROOT));
      tone = wanted;
    }
  }
}
