package com.crmres.server.assistant.safety;

/// Makes all digits Western, so that no script hides a number.
final class Digits {

  private Digits() {}

  static String western(String text) {
    StringBuilder western = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if (Character.isDigit(point)) {
            western.append(Character.digit(point, 10));
          } else {
            western.appendCodePoint(point == '٫' ? '.' : point == '٬' ? ',' : point);
          }
        });
    return western.toString();
  }
}
