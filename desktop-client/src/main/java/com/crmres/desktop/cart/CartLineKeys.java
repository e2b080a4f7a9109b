package com.crmres.desktop.cart;

import com.crmres.common.ordering.CartDetails;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of the cart's lines, while they have the keyboard.
final class CartLineKeys {

  private final CartLineCell.Tools tools;

  CartLineKeys(CartLineCell.Tools tools) {
    this.tools = tools;
  }

  void pressed(KeyEvent key, ListView<CartDetails.Line> lines) {
    CartDetails.@Nullable Line line = lines.getSelectionModel().getSelectedItem();
    if (line == null || key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    if (heard(key.getCode(), line)) {
      key.consume();
    }
  }

  private boolean heard(KeyCode code, CartDetails.Line line) {
    switch (code) {
      case ADD, PLUS, EQUALS -> tools.step(line, 1);
      case SUBTRACT, MINUS -> tools.step(line, -1);
      case DELETE, BACK_SPACE -> tools.remove(line);
      case ENTER -> tools.correct().accept(line);
      case SPACE -> tools.jumpTo(line);
      default -> {
        return false;
      }
    }
    return true;
  }
}
