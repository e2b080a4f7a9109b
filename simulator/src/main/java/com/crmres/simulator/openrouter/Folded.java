package com.crmres.simulator.openrouter;

import java.util.Locale;

/// Writes words of one meaning alike, letter by letter, so that positions stay what they were.
final class Folded {

  private Folded() {}

  static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(letter(text.charAt(i)));
    }
    return folded.toString();
  }

  static boolean isWithinWord(String folded, int position) {
    return position >= 0
        && position < folded.length()
        && Character.isLetterOrDigit(folded.charAt(position));
  }

  private static char letter(char letter) {
    return switch (letter) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ة' -> 'ه';
      case 'ى' -> 'ي';
      default -> Character.isDigit(letter) ? digit(letter) : lower(letter);
    };
  }

  private static char digit(char letter) {
    return Character.forDigit(Character.digit(letter, 10), 10);
  }

  private static char lower(char letter) {
    String lower = String.valueOf(letter).toLowerCase(Locale.ROOT);
    return lower.length() == 1 ? lower.charAt(0) : letter;
  }
}
