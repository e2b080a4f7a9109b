package com.crmres.common.assistant;

import com.crmres.common.wire.WireName;

/// What a turn is mainly about.
public enum Intent implements WireName {
  ORDER,
  CHANGE_ORDER,
  CONFIRM,
  CANCEL,
  ORDER_STATUS,

  /// Hours, place, delivery, payment, menu, prices, ingredients, offers, booking.
  QUESTION,
  COMPLAINT,
  PRAISE,

  /// Asks for a person.
  HUMAN,

  /// Illness, allergy, danger: always for people.
  SAFETY,
  GREETING,
  THANKS,
  CLOSING,

  /// Wants no more advertising.
  OPT_OUT,

  /// Nothing that a restaurant could act on.
  UNKNOWN
}
