package com.crmres.simulator.customers;

/// Why a customer writes.
public enum Errand {
  /// Orders in words, confirms, perhaps asks later where it is.
  ORDER,
  /// Changes his mind once when the order is read back.
  CHANGED_ORDER,
  /// Asks for the menu and taps.
  ORDER_BY_TAPPING,
  HOURS,
  COMPLAINT,
  WHERE_IS_MY_ORDER,
  /// Wants a person and waits until one writes.
  HUMAN;

  boolean isOrder() {
    return this == ORDER || this == CHANGED_ORDER || this == ORDER_BY_TAPPING;
  }
}
