package com.crmres.server.assistant.desk;

import java.text.BreakIterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Keeps texts within WhatsApp's limits without cutting a sign in two.
final class Fit {

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

  /// The texts, each within `most` and none like another: where two would be, a number tells them
  /// apart.
  static List<String> different(int most, List<String> texts) {
    Set<String> taken = new LinkedHashSet<>();
    for (String text : texts) {
      String fitting = within(most, text);
      for (int number = 2; !taken.add(fitting); number++) {
        String ending = " " + number;
        fitting = within(most - ending.length(), text) + ending;
      }
    }
    return List.copyOf(taken);
  }
}
