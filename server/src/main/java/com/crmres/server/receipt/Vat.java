package com.crmres.server.receipt;

import com.crmres.common.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The tax inside a price, at one rate.
///
/// It is what the net leaves of the gross. Counted again as 15 % of the net it would be off by a
/// halala in one of eight totals, and so would the document.
///
/// @param basisPoints 1500 for 15 %
record Vat(int basisPoints) {

  static final Vat STANDARD = new Vat(1500);

  private static final int WHOLE = 10_000;

  Vat {
    if (basisPoints < 0 || basisPoints > WHOLE) {
      throw new IllegalArgumentException("a rate is 0 to 10000 basis points: " + basisPoints);
    }
  }

  /// The amount without tax, half a halala rounded up.
  Money net(Money gross) {
    if (gross.halalas() < 0) {
      throw new IllegalArgumentException("a sale is not negative: " + gross.text());
    }
    return new Money(
        BigDecimal.valueOf(gross.halalas())
            .multiply(BigDecimal.valueOf(WHOLE))
            .divide(BigDecimal.valueOf(WHOLE + (long) basisPoints), 0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  Money tax(Money gross) {
    return new Money(gross.halalas() - net(gross).halalas());
  }
}
