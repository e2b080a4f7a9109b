package com.crmres.server.assistant.openrouter;

import java.util.regex.Pattern;

/// Takes out of a text from outside what nobody sees and what could be taken for our own marks.
final class Cleaned {

  private static final int LONGEST = 1_000;

  /// Control and format characters, among them those that turn the direction of writing, and the
  /// invisible letters of tags.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n]]");

  private Cleaned() {}

  /// Words of a message, at most a thousand characters.
  static String words(String text) {
    return cut(visible(text));
  }

  /// What people see of a text, at any length.
  static String visible(String text) {
    return UNSEEN.matcher(text).replaceAll("").replace('<', '‹').replace('>', '›').strip();
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, whole(text));
  }

  /// No half of a pair of surrogates.
  private static int whole(String text) {
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  /// A name in one line.
  static String line(String text) {
    return words(text).replace('\n', ' ');
  }
}
