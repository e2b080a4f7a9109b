package com.crmres.server.assistant.embedded;

/// Free words in an order, as people in the kitchen and on the way read them.
final class Notes {

  /// Stands before an ingredient to leave out; kitchens read Arabic.
  static final String WITHOUT = "بدون ";

  private static final int LONGEST = 200;

  private Notes() {}

  static String shortened(String note) {
    return note.length() <= LONGEST ? note : note.substring(0, LONGEST);
  }
}
