package com.crmres.common.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// An amount in Saudi riyal as a whole number of halalas; on the wire a decimal with two places.
public record Money(long halalas) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  /// VAT of 15 % is inside every price, as ZATCA wants prices shown.
  private static final long VAT_PERCENT = 15;

  /// Reads riyals such as `64.00`.
  ///
  /// @throws ArithmeticException if there are more than two decimal places
  @JsonCreator
  public static Money ofRiyals(BigDecimal riyals) {
    return new Money(riyals.movePointRight(2).longValueExact());
  }

  @JsonValue
  public BigDecimal riyals() {
    return BigDecimal.valueOf(halalas, 2);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(halalas, other.halalas));
  }

  public Money times(int count) {
    return new Money(Math.multiplyExact(halalas, count));
  }

  /// The VAT contained in this gross amount: gross × 15 / 115, half a halala rounded up.
  public Money vatInside() {
    return new Money(
        BigDecimal.valueOf(halalas * VAT_PERCENT)
            .divide(BigDecimal.valueOf(100 + VAT_PERCENT), 0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  /// `64.00`, with Latin digits whatever the machine's language.
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s%d.%02d",
        halalas < 0 ? "-" : "",
        Math.abs(halalas) / 100,
        Math.abs(halalas) % 100);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(halalas, other.halalas);
  }
}
