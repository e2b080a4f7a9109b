package com.crmres.desktop.kitchen;

import com.crmres.desktop.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a bump bar. Letters are heard by key and by what an Arabic keyboard types with it.
final class KitchenKeys {

  private static final List<KeyCode> SLOTS =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.DIGIT6,
          KeyCode.DIGIT7,
          KeyCode.DIGIT8,
          KeyCode.DIGIT9,
          KeyCode.DIGIT0);

  private static final String RECALL = "rRق";
  private static final String UNDO = "uUع";
  private static final String PRIORITISE = "pPح";
  private static final String ALL_DAY = "aAش";
  private static final String SCHEDULED = "dDي";
  private static final String HELP = "hHا";
  private static final String PRINT = "tTف";
  private static final String STATION = "gGل";
  private static final String SOLD_OUT = "sSس";

  private final KitchenModel model;
  private final Zoom zoom;
  private final boolean rightToLeft;
  private final Consumer<String> soldOutOf;
  private final Texts texts;

  KitchenKeys(
      KitchenModel model, Zoom zoom, boolean rightToLeft, Consumer<String> soldOutOf, Texts texts) {
    this.model = model;
    this.zoom = zoom;
    this.rightToLeft = rightToLeft;
    this.soldOutOf = soldOutOf;
    this.texts = texts;
  }

  void listenOn(Node display) {
    display.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    display.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  private void pressed(KeyEvent key) {
    if (key.isShortcutDown() && !key.isAltDown() && reshaped(key.getCode())) {
      key.consume();
    }
    if (key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    boolean taken = true;
    switch (key.getCode()) {
      case LEFT -> model.selection().turn(rightToLeft ? 1 : -1);
      case RIGHT -> model.selection().turn(rightToLeft ? -1 : 1);
      case PAGE_DOWN -> model.selection().turn(1);
      case PAGE_UP -> model.selection().turn(-1);
      case UP -> model.selection().step(-1);
      case DOWN -> model.selection().step(1);
      case SPACE -> model.selection().dish().ifPresent(model::toggle);
      case ENTER -> model.selection().card().ifPresent(model::bump);
      case PLUS, EQUALS, ADD -> zoom.by(1);
      case MINUS, SUBTRACT -> zoom.by(-1);
      default -> taken = slot(key.getCode());
    }
    if (taken) {
      key.consume();
    }
  }

  /// Ctrl and an arrow make the grid wider, narrower, higher or lower.
  private boolean reshaped(KeyCode code) {
    GridShape now = model.shape().get();
    GridShape wanted =
        switch (code) {
          case RIGHT -> now.wider(1);
          case LEFT -> now.wider(-1);
          case DOWN -> now.higher(1);
          case UP -> now.higher(-1);
          default -> null;
        };
    if (wanted != null) {
      model.shape().set(wanted);
    }
    return wanted != null;
  }

  private boolean slot(KeyCode code) {
    int slot = SLOTS.indexOf(code);
    if (slot >= 0) {
      model.selection().choose(slot);
    }
    return slot >= 0;
  }

  private void typed(KeyEvent key) {
    String typed = key.getCharacter();
    if (!key.isShortcutDown() && !typed.isBlank() && act(typed)) {
      key.consume();
    }
  }

  private boolean act(String typed) {
    if (RECALL.contains(typed)) {
      model.panels().toggle(KitchenPanels.Panel.RECALL);
    } else if (UNDO.contains(typed)) {
      model.undo();
    } else if (PRIORITISE.contains(typed)) {
      model.selection().card().ifPresent(model::prioritise);
    } else if (ALL_DAY.contains(typed)) {
      model.panels().toggle(KitchenPanels.Panel.ALL_DAY);
    } else if (SCHEDULED.contains(typed)) {
      model.panels().toggle(KitchenPanels.Panel.SCHEDULED);
    } else if (HELP.contains(typed)) {
      model.help(model.selection().card().orElse(null));
    } else if (PRINT.contains(typed)) {
      model.selection().card().ifPresent(model::print);
    } else if (STATION.contains(typed)) {
      model.nextStation();
    } else if (SOLD_OUT.contains(typed)) {
      soldOutOf.accept(model.selection().dish().map(dish -> texts.name(dish.name())).orElse(""));
    } else {
      return false;
    }
    return true;
  }
}
