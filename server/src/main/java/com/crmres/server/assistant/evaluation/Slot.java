package com.crmres.server.assistant.evaluation;

import java.util.Locale;

/// A part of what was understood of an order, scored by itself.
enum Slot {
  ITEM,
  QUANTITY,
  SIZE,

  /// What an item needs and what it can have.
  OPTIONS,
  WITHOUT,
  PERSON,
  NOTE,
  ASK,
  UNKNOWN,
  PROPOSAL;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
