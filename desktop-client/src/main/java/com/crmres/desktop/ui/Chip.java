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

  public Chip() {
    getStyleClass().add("chip");
    setMinWidth(USE_PREF_SIZE);
  }

  public void show(String words, Tone wanted) {
    show(words, wanted, null);
  }

  public void show(String words, Tone wanted, @Nullable Icon icon) {
    setText(words);
    setGraphic(icon == null ? null : icon.node());
    setTone(wanted);
    setVisible(true);
    setManaged(true);
  }

  public void hide() {
    setVisible(false);
    setManaged(false);
  }

  private void setTone(Tone wanted) {
    if (tone != wanted) {
      getStyleClass().removeIf(name -> name.startsWith("chip-"));
      getStyleClass().add("chip-" + wanted.name().toLowerCase(java.util.Locale.ROOT));
      tone = wanted;
    }
  }
}
