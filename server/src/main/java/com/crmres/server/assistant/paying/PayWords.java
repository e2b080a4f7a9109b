package com.crmres.server.assistant.paying;

import com.crmres.common.payment.PaymentMethod;
import com.crmres.server.language.Word;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads a way to pay from words that mean nothing else. No mind decides it.
final class PayWords {

  private static final Map<String, PaymentMethod> WORDS =
      Map.ofEntries(
          Map.entry("كاش", PaymentMethod.CASH),
          Map.entry("نقد", PaymentMethod.CASH),
          Map.entry("نقدا", PaymentMethod.CASH),
          Map.entry("كاش عند الاستلام", PaymentMethod.CASH),
          Map.entry("الدفع كاش", PaymentMethod.CASH),
          Map.entry("cash", PaymentMethod.CASH),
          Map.entry("شبكه", PaymentMethod.CARD_ON_DELIVERY),
          Map.entry("شبكة", PaymentMethod.CARD_ON_DELIVERY),
          Map.entry("شبكه عند الاستلام", PaymentMethod.CARD_ON_DELIVERY),
          Map.entry("شبكة عند الاستلام", PaymentMethod.CARD_ON_DELIVERY),
          Map.entry("مدى", PaymentMethod.CARD_ON_DELIVERY),
          Map.entry("مدي", PaymentMethod.CARD_ON_DELIVERY),
          Map.entry("مدى عند الاستلام", PaymentMethod.CARD_ON_DELIVERY),
          Map.entry("مدي عند الاستلام", PaymentMethod.CARD_ON_DELIVERY),
          Map.entry("card", PaymentMethod.CARD_ON_DELIVERY),
          Map.entry("card on delivery", PaymentMethod.CARD_ON_DELIVERY),
          Map.entry("رابط", PaymentMethod.LINK),
          Map.entry("رابط دفع", PaymentMethod.LINK),
          Map.entry("رابط الدفع", PaymentMethod.LINK),
          Map.entry("ارسل الرابط", PaymentMethod.LINK),
          Map.entry("link", PaymentMethod.LINK),
          Map.entry("payment link", PaymentMethod.LINK),
          Map.entry("pay by link", PaymentMethod.LINK));

  private PayWords() {}

  static Optional<PaymentMethod> read(String text) {
    String words = Word.of(text).stream().map(Word::text).collect(Collectors.joining(" "));
    return Optional.ofNullable(WORDS.get(words));
  }
}
