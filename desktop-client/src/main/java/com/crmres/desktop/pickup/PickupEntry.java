package com.crmres.desktop.pickup;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.text.DisplayText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order as strangers at the counter may see it: number, first name, the end of the telephone
/// number.
///
/// @param phone its last three digits; empty if there is none
/// @param since when it came to this column
/// @param driver who brings it
record PickupEntry(
    String number, String name, String phone, Instant since, @Nullable String driver) {

  private static final Duration LONG = Duration.ofMinutes(8);
  private static final int SHOWN_DIGITS = 3;

  static PickupEntry of(OrderSummary order) {
    return new PickupEntry(
        order.number(),
        firstName(order.customer().name()),
        masked(order.customer().phone()),
        order.statusSince(),
        order.standing().driver());
  }

  private static String firstName(String name) {
    return DisplayText.line(name).split(" ", -1)[0];
  }

  private static String masked(@Nullable String phone) {
    return phone == null || phone.length() < SHOWN_DIGITS
        ? ""
        : "••• " + phone.substring(phone.length() - SHOWN_DIGITS);
  }

  /// Whether it lies on the shelf for longer than food should.
  boolean isCold(Instant now) {
    return Duration.between(since, now).compareTo(LONG) >= 0;
  }
}
