package com.crmres.server.kitchen;

import java.util.regex.Pattern;

/// Hears in a customer's note that food could hurt him; in doubt it warns.
final class AllergyWords {

  private static final Pattern WORDS =
      Pattern.compile(
          "حساسي|تحسس|أتحسس|سيلياك|allerg|intoleran|c(o)?eliac|anaphyla|hasasi|7asasi",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private AllergyWords() {}

  static boolean warns(String note) {
    return WORDS.matcher(note).find();
  }
}
