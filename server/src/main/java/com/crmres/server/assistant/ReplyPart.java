package com.crmres.server.assistant;

/// A piece of what a mind would say. It never holds a figure: where one belongs, code fills it in.
public sealed interface ReplyPart {

  /// Words of the mind's own.
  record Words(String text) implements ReplyPart {}

  /// Something that only code knows.
  record Filled(Blank blank) implements ReplyPart {}

  /// What code fills in.
  enum Blank {
    RESTAURANT_NAME,
    CART_TOTAL,
    ORDER_NUMBER
  }
}
