package com.crmres.server.assistant.embedded;

import java.util.regex.Pattern;

/// Tells words in which digits stand for Arabic letters from numbers and measures: "8ahwa",
/// "500ml".
final class DigitLetters {

  private static final Pattern DIGIT_LETTERS =
      Pattern.compile("(?=.*[a-z].*)(?=.*[2356789].*)[a-z2356789]{2,}");
  private static final Pattern MEASURES =
      Pattern.compile("[0-9]+(up|x|pcs?|pieces?|l|ml|g|kg|pm|am|th|nd|rd|st)|v60|x[0-9]+");

  private DigitLetters() {}

  /// Whether digits stand for letters in a word.
  static boolean are(String word) {
    return DIGIT_LETTERS.matcher(word).matches() && !isMeasure(word);
  }

  /// Whether a word is an amount, however it is written.
  static boolean isMeasure(String word) {
    return MEASURES.matcher(word).matches();
  }
}
