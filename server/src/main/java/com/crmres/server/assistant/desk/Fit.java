package com.crmres.server.assistant.desk;

import java.text.BreakIterator;
import java.util.Locale;

/// Keeps texts within WhatsApp's limits without cutting a sign in two.
final class Fit {

  static final int BODY = 1_024;
  static final int TEXT = 4_096;
  static final int BUTTON = 20;
  static final int ROW_TITLE = 24;
  static final int ROW_DESCRIPTION = 72;
  static final int ROWS = 10;
  static final int BUTTONS = 3;

  private Fit() {}

  /// The text, or its beginning with `…`.
  static String within(int most, String text) {
    if (text.length() <= most) {
      return text;
    }
    BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
    signs.setText(text);
    int end = signs.preceding(most);
    return text.substring(0, Math.max(0, end)).strip() + "…";
  }
}
