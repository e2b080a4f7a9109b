package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The board's keys: arrows wander, Enter goes on, digits accept, letters move.
final class BoardKeys {

  private static final String PRINT = "pPح";
  private static final String SOLD_OUT = "sSس";
  private static final String OTHER_SIDE = "fFب";
  private static final String SEARCH = "/ظ";
  private static final String CHAT = "hHا";
  private static final String RECEIPT = "qQض";

  private static final List<KeyCode> DIGITS =
      List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);

  /// What the board does besides moving orders.
  ///
  /// @param act makes a move, asking first where it needs more
  /// @param print prints an order's tickets once more
  /// @param receipt prints its receipt
  /// @param chat opens its customer's conversation
  record Hands(
      BiConsumer<OrderSummary, OrderAction> act,
      Consumer<OrderSummary> print,
      Consumer<OrderSummary> receipt,
      Consumer<OrderSummary> chat,
      Runnable soldOut,
      Runnable search,
      BooleanSupplier busy) {}

  private final OrderBoardModel model;
  private final Hands hands;
  private final boolean rightToLeft;

  BoardKeys(OrderBoardModel model, Hands hands, boolean rightToLeft) {
    this.model = model;
    this.hands = hands;
    this.rightToLeft = rightToLeft;
  }

  void listenOn(Node board) {
    board.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    board.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  private boolean isElsewhere(KeyEvent key) {
    return hands.busy().getAsBoolean()
        || key.isShortcutDown()
        || key.isAltDown()
        || key.getTarget() instanceof TextInputControl;
  }

  private void pressed(KeyEvent key) {
    if (isElsewhere(key)) {
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
    if (isElsewhere(key) || key.getCharacter().isEmpty()) {
      return;
    }
    if (general(key.getCharacter()) || ofOrder(key.getCharacter())) {
      key.consume();
    }
  }

  private boolean general(String typed) {
    if (SOLD_OUT.contains(typed)) {
      hands.soldOut().run();
    } else if (SEARCH.contains(typed)) {
      hands.search().run();
    } else if (OTHER_SIDE.contains(typed)) {
      model.openSide().set(!model.openSide().get());
    } else {
      return false;
    }
    return true;
  }

  private boolean ofOrder(String typed) {
    OrderSummary order = model.selected().get();
    if (order == null) {
      return false;
    }
    if (PRINT.contains(typed)) {
      hands.print().accept(order);
      return true;
    }
    if (RECEIPT.contains(typed)) {
      hands.receipt().accept(order);
      return true;
    }
    if (CHAT.contains(typed)) {
      hands.chat().accept(order);
      return true;
    }
    return BoardKey.actionOf(typed)
        .filter(action -> model.may(order, action))
        .map(action -> {
          hands.act().accept(order, action);
          return true;
        })
        .orElse(false);
  }
}
