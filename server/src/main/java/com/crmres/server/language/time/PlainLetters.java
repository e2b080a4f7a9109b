package com.crmres.server.language.time;

/// Writes a text in small letters and Western digits, with the Arabic letters that people mix up as
/// one, each in its place.
final class PlainLetters {

  private PlainLetters() {}

  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plain(text.charAt(i)));
    }
    return plain.toString();
  }

  private static char plain(char letter) {
    int digit = letter > 0x7f ? Character.digit(letter, 10) : -1;
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    return switch (letter) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ة' -> 'ه';
      case 'ى', 'ئ' -> 'ي';
      default -> Character.toLowerCase(letter);
    };
  }
}
