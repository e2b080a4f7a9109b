package com.crmres.desktop.assistant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A number within bounds, typed or stepped; cents are shown and typed as dollars.
final class Amount extends SpinnerValueFactory<Integer> {

  private final int least;
  private final int most;
  private final int step;
  private final int places;

  private Amount(int least, int most, int step, int places) {
    this.least = least;
    this.most = most;
    this.step = step;
    this.places = places;
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Integer amount) {
            return BigDecimal.valueOf(amount == null ? least : amount, places).toPlainString();
          }

          @Override
          public Integer fromString(String typed) {
            return read(typed);
          }
        });
    setValue(least);
  }

  static Amount seconds() {
    return new Amount(3, 120, 1, 0);
  }

  static Amount dollars() {
    return new Amount(0, 100_000, 50, 2);
  }

  /// What cannot be read leaves the amount as it is.
  private Integer read(String typed) {
    try {
      BigDecimal amount =
          new BigDecimal(typed.strip()).movePointRight(places).setScale(0, RoundingMode.HALF_UP);
      return within(amount.min(BigDecimal.valueOf(most)).intValue());
    } catch (NumberFormatException e) {
      return getValue();
    }
  }

  private int within(int amount) {
    return Math.clamp(amount, least, most);
  }

  @Override
  public void decrement(int steps) {
    setValue(within(getValue() - steps * step));
  }

  @Override
  public void increment(int steps) {
    setValue(within(getValue() + steps * step));
  }
}
