package com.crmres.server.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.EscalationReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which words call for people, and why.
class HandOverWordsTest {

  private final HandOverFigures figures = new HandOverFigures();

  @Test
  void healthAndSafetyAlwaysReachPeople() throws IOException {
    assertThat(cases())
        .filteredOn(one -> one.reason() == EscalationReason.HEALTH_OR_SAFETY)
        .isNotEmpty()
        .allSatisfy(one ->
            assertThat(figures.reason(one.text()))
                .as(one.text())
                .isEqualTo(EscalationReason.HEALTH_OR_SAFETY));
  }

  @Test
  void nineOfTenReasonsAreTold() throws IOException {
    assertThat(figures.f1(cases())).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @CsvSource({
    "ابي شاورما دجاج وعندي حساسية من السمسم, HEALTH_OR_SAFETY",
    "two burgers please and I am allergic to nuts, HEALTH_OR_SAFETY",
    "حطوا لي بيبسي وترا ولدي استفرغ من امس, HEALTH_OR_SAFETY",
    "ابي مدير الفرع, ASKED_FOR_PERSON",
    "يا حمار انت ما تفهم, ANGER",
    "انسحب من بطاقتي المبلغ مرتين, PAYMENT",
    "بكلم المحامي, LEGAL",
    "ممكن خصم لان طلبنا كبير, POLICY",
    "الطلب وصل بارد, COMPLAINT",
    "ابي احجز طاوله الليله, LOW_CONFIDENCE",
  })
  void everyReasonIsWithinReachOfWords(String text, EscalationReason reason) {
    assertThat(figures.reason(text)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "وصلوا الطلب للمستشفى السعودي الالماني",
    "انا جنب البلديه",
    "ميت من الجوع",
    "كم الخصم اليوم",
    "ابي 2 شاورما دجاج",
    "الدفع كاش ولا شبكه",
  })
  void whatOnlyLooksGraveCallsNobody(String text) {
    assertThat(figures.reason(text)).isNull();
  }

  private static List<HandOverFigures.Case> cases() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    HandOverWordsTest.class.getResourceAsStream("hand-over-cases.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(HandOverFigures.Case::of)
          .toList();
    }
  }
}
