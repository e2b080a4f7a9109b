package com.crmres.desktop.text;

import java.util.Locale;
import java.util.regex.Pattern;

/// Makes what is searched and what is found comparable: without vowel signs, with one alif, one ya,
/// one ha, in small letters.
public final class SearchText {

  private static final Pattern SIGNS = Pattern.compile("[\\u064B-\\u0652\\u0670\\u0640]");

  private SearchText() {}

  public static String fold(String written) {
    return SIGNS
        .matcher(DisplayText.line(written))
        .replaceAll("")
        .replaceAll("[أإآٱ]", "ا")
        .replace('ى', 'ي')
        .replace('ة', 'ه')
        .replace("\u200E", "")
        .toLowerCase(Locale.ROOT);
  }

  /// Whether every word that is searched stands somewhere in the text.
  public static boolean contains(String text, String searched) {
    String folded = fold(text);
    for (String word : fold(searched).split(" ", -1)) {
      if (!folded.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
