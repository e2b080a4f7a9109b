package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// A change of a cart that staff ask for.
public enum CartAction implements WireName {
  /// Puts a dish in.
  ADD,
  /// Sets how many of a line.
  QUANTITY,
  /// Sets all the choices of a line.
  OPTIONS,
  /// Sets the wish of a line.
  LINE_NOTE,
  REMOVE,
  /// Takes everything out.
  CLEAR,
  FULFILMENT,
  BRANCH,
  /// Says where a delivery goes.
  PLACE,
  /// Says whom to call about a delivery.
  PHONE,
  /// Says when it shall be ready.
  TIME,
  /// Sets the wish for the whole order.
  NOTE
}
