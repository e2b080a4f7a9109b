package com.crmres.server.assistant.embedded;

/// Signs in wishes that the menu has no option for, as the kitchen reads them.
final class Notes {

  /// Stands before an ingredient to leave out; kitchens read Arabic.
  static final String WITHOUT = "بدون ";

  private Notes() {}
}
