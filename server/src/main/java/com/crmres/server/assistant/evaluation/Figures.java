package com.crmres.server.assistant.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Writes figures alike everywhere.
final class Figures {

  private static final int PLACES = 4;

  private Figures() {}

  static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
  }

  static double part(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }

  static String percent(double part) {
    return String.format(Locale.ROOT, "%5.1f %%", 100 * part);
  }
}
