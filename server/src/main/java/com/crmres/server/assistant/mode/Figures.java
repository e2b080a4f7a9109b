package com.crmres.server.assistant.mode;

import com.crmres.common.money.Money;
import java.util.regex.Pattern;

/// Amounts in what people write.
final class Figures {

  private static final Pattern ARABIC_INDIC = Pattern.compile("[٠-٩۰-۹]");
  private static final String NO_HALALAS = ".00";

  private Figures() {}

  /// Whether an amount stands in the words, in any digits, with or without its halalas.
  static boolean stands(Money amount, String words) {
    String latin =
        ARABIC_INDIC
            .matcher(words)
            .replaceAll(digit -> String.valueOf(Character.digit(digit.group().charAt(0), 10)))
            .replace('٫', '.');
    String full = amount.text();
    String brief =
        full.endsWith(NO_HALALAS)
            ? Pattern.quote(full.substring(0, full.length() - NO_HALALAS.length())) + "(\\.00?)?"
            : Pattern.quote(full);
    return Pattern.compile("(?<![0-9.,])" + brief + "(?![0-9]|[.,][0-9])").matcher(latin).find();
  }
}
