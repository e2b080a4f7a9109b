package com.crmres.server.kitchen.print;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words on tickets, in one language.
record PaperTexts(boolean arabic) {

  private static final String BUNDLE = "kitchen.paper";
  private static final int ARABIC_ZERO = '\u0660';

  String of(String key, String... values) {
    Locale locale = arabic ? Locale.ROOT : Locale.ENGLISH;
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    String pattern = ResourceBundle.getBundle(BUNDLE, locale, control).getString(key);
    return new MessageFormat(pattern, Locale.ROOT).format(values);
  }

  /// A small number in the digits of the language.
  String number(int number) {
    String digits = Integer.toString(number);
    return arabic
        ? digits
            .chars()
            .map(digit -> ARABIC_ZERO + digit - '0')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : digits;
  }
}
