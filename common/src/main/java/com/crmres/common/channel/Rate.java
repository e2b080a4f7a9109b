package com.crmres.common.channel;

import java.time.LocalDate;
import java.util.Objects;

/// What one delivered message costs.
///
/// @param market the calling code of the customer's country (`966`), its ISO code (`SA`), which
///   also covers customers without a phone, or `*` for all others
/// @param category as WhatsApp names it: `service`, `utility`, `marketing`, …
/// @param currency ISO 4217
/// @param amount in millionths of `currency`
/// @param validFrom the first day it counts
public record Rate(
    String market, String category, String currency, long amount, LocalDate validFrom) {
  public Rate {
    Objects.requireNonNull(market);
    Objects.requireNonNull(category);
    Objects.requireNonNull(currency);
    Objects.requireNonNull(validFrom);
  }
}
