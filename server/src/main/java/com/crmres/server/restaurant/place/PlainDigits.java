package com.crmres.server.restaurant.place;

/// Writes digits and the signs between them as a machine does, each in its place.
final class PlainDigits {

  private PlainDigits() {}

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
      case '٫' -> '.';
      case '،' -> ',';
      case '−' -> '-';
      case '′', '’' -> '\'';
      case '″', '”' -> '"';
      default -> letter;
    };
  }
}
