package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The board's keys. Letters are heard by key and by what an Arabic keyboard types with it.
final class BoardKeys {

  private static final String ACCEPT = "aAش";
  private static final String REJECT = "rRق";

  private static final List<KeyCode> DIGITS =
      List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);

  private final OrderBoardModel model;
  private final RefusalSheet sheet;
  private final boolean rightToLeft;

  BoardKeys(OrderBoardModel model, RefusalSheet sheet, boolean rightToLeft) {
    this.model = model;
    this.sheet = sheet;
    this.rightToLeft = rightToLeft;
  }

  void listenOn(Node board) {
    board.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    board.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  private void pressed(KeyEvent key) {
    if (sheet.isVisible() || key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    boolean taken = true;
    switch (key.getCode()) {
      case UP -> model.selection().beside(-1);
      case DOWN -> model.selection().beside(1);
      case LEFT -> model.selection().across(rightToLeft ? 1 : -1);
      case RIGHT -> model.selection().across(rightToLeft ? -1 : 1);
      case ENTER -> advance();
      default -> taken = accepted(key.getCode());
    }
    if (taken) {
      key.consume();
    }
  }

  /// 1 to 4 accept with the minutes that the card shows in that place.
  private boolean accepted(KeyCode code) {
    int place = DIGITS.indexOf(code);
    OrderSummary order = model.selected().get();
    if (place < 0 || order == null) {
      return false;
    }
    model.accept(order, OrderBoardModel.MINUTES.get(place));
    return true;
  }

  private void advance() {
    OrderSummary order = model.selected().get();
    if (order != null) {
      model.advance(order);
    }
  }

  private void typed(KeyEvent key) {
    @Nullable OrderSummary order = model.selected().get();
    if (sheet.isVisible() || order == null || key.getCharacter().isEmpty()) {
      return;
    }
    if (ACCEPT.contains(key.getCharacter())) {
      model.accept(order, OrderBoardModel.USUAL_MINUTES);
      key.consume();
    } else if (REJECT.contains(key.getCharacter()) && model.may(order, OrderAction.REJECT)) {
      sheet.ask(order, OrderAction.REJECT);
      key.consume();
    }
  }
}
