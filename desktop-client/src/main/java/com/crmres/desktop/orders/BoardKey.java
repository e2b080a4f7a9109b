package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderAction;
import java.util.Arrays;
import java.util.Optional;

/// The letter of each move, by the key and by what an Arabic keyboard types with it.
enum BoardKey {
  ACCEPT(OrderAction.ACCEPT, 'A', 'ش'),
  ACKNOWLEDGE(OrderAction.ACKNOWLEDGE, 'K', 'ن'),
  REJECT(OrderAction.REJECT, 'R', 'ق'),
  DELAY(OrderAction.DELAY, 'D', 'ي'),
  RESCHEDULE(OrderAction.RESCHEDULE, 'T', 'ف'),
  ASSIGN_DRIVER(OrderAction.ASSIGN_DRIVER, 'V', 'ر'),
  FIRE(OrderAction.FIRE, 'I', 'ه'),
  MOVE(OrderAction.MOVE, 'L', 'م'),
  CANCEL(OrderAction.CANCEL, 'C', 'ؤ'),
  REFUSE_CANCEL(OrderAction.REFUSE_CANCEL, 'N', 'ى'),
  FAIL_DELIVERY(OrderAction.FAIL_DELIVERY, 'X', 'ء'),
  UNDO_READY(OrderAction.UNDO_READY, 'U', 'ع'),
  RESTORE(OrderAction.RESTORE, 'O', 'خ'),
  COLLECT_CASH(OrderAction.COLLECT_CASH, 'E', 'ث'),
  REFUND(OrderAction.REFUND, 'M', 'ة'),
  SETTLE_REFUND(OrderAction.SETTLE_REFUND, 'W', 'ص');

  private final OrderAction action;
  private final char latin;
  private final char arabic;

  BoardKey(OrderAction action, char latin, char arabic) {
    this.action = action;
    this.latin = latin;
    this.arabic = arabic;
  }

  OrderAction action() {
    return action;
  }

  String letter() {
    return String.valueOf(latin);
  }

  private boolean isTypedBy(char typed) {
    return Character.toUpperCase(typed) == latin || typed == arabic;
  }

  static Optional<OrderAction> actionOf(String typed) {
    return Arrays.stream(values())
        .filter(key -> typed.length() == 1 && key.isTypedBy(typed.charAt(0)))
        .map(BoardKey::action)
        .findFirst();
  }

  static Optional<String> letterOf(OrderAction action) {
    return Arrays.stream(values())
        .filter(key -> key.action == action)
        .map(BoardKey::letter)
        .findFirst();
  }
}
