package com.crmres.server.assistant.paying;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.payment.PaymentMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayWordsTest {

  @ParameterizedTest
  @CsvSource({
    "كاش, CASH",
    "كاش!, CASH",
    "Cash, CASH",
    "شبكة عند الاستلام, CARD_ON_DELIVERY",
    "شبكة, CARD_ON_DELIVERY",
    "مدى, CARD_ON_DELIVERY",
    "card, CARD_ON_DELIVERY",
    "رابط الدفع, LINK",
    "رابط, LINK",
    "Payment link, LINK"
  })
  void onePlainWordIsUnderstood(String words, PaymentMethod method) {
    assertThat(PayWords.read(words)).contains(method);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ابي كولا", "كم السعر كاش", "cash or card", ""})
  void whatMayMeanMoreIsLeftToTheMinds(String words) {
    assertThat(PayWords.read(words)).isEmpty();
  }
}
