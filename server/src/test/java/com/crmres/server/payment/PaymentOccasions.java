package com.crmres.server.payment;

import com.crmres.server.conversation.Occasion;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Every occasion at which the house tells a customer of his money.
public final class PaymentOccasions {

  private PaymentOccasions() {}

  public static List<Occasion> all() {
    Map<String, String> facts =
        Map.of("amount", "48.00", "order_no", "A-17", "url", "https://pay.example/1");
    return Stream.of(Telling.Told.values()).map(told -> Telling.occasion(told, facts)).toList();
  }
}
