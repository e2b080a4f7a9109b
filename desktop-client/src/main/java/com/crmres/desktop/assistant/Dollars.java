package com.crmres.desktop.assistant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Cents, shown and typed as dollars.
final class Dollars extends SpinnerValueFactory<Integer> {

  private static final int STEP = 50;
  private static final int MOST = 100_000;

  Dollars() {
    setValue(0);
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Integer cents) {
            int some = cents == null ? 0 : cents;
            return String.format(Locale.ROOT, "%d.%02d", some / 100, some % 100);
          }

          @Override
          public Integer fromString(String typed) {
            return cents(typed);
          }
        });
  }

  /// What cannot be read leaves the amount as it is.
  private Integer cents(String typed) {
    try {
      BigDecimal cents =
          new BigDecimal(typed.strip()).movePointRight(2).setScale(0, RoundingMode.HALF_UP);
      return Math.clamp(cents.longValue(), 0, MOST);
    } catch (NumberFormatException e) {
      return getValue();
    }
  }

  @Override
  public void decrement(int steps) {
    setValue(Math.max(0, getValue() - steps * STEP));
  }

  @Override
  public void increment(int steps) {
    setValue(Math.min(MOST, getValue() + steps * STEP));
  }
}
