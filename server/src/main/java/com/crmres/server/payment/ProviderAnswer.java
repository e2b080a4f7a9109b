package com.crmres.server.payment;

import com.crmres.common.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What came of a call to a provider.
public sealed interface ProviderAnswer {

  /// How the link stands now.
  ///
  /// @param reference our payment as the provider kept it; null if it kept none
  /// @param orderId our order as the provider kept it
  /// @param currency ISO 4217
  /// @param refunded what went back
  /// @param transactionId of the money that came
  record Known(
      String providerId,
      Standing standing,
      Money amount,
      String currency,
      @Nullable UUID reference,
      @Nullable UUID orderId,
      Money refunded,
      @Nullable String url,
      @Nullable String transactionId)
      implements ProviderAnswer {}

  /// It said no, so nothing has happened.
  ///
  /// @param passing whether it may say yes a little later
  record Refused(String reason, boolean passing) implements ProviderAnswer {}

  /// It may have happened.
  record InDoubt(String reason) implements ProviderAnswer {}

  /// How a link stands with the provider.
  enum Standing {
    OPEN,
    PAID,
    FAILED,
    EXPIRED,
    CANCELLED
  }
}
