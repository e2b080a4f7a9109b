package com.crmres.server.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingTest {

  @ParameterizedTest
  @CsvSource({
    "٤ من ٥, 4",
    "5/5, 5",
    "تقييمي ٣/٥, 3",
    "⭐⭐⭐, 3",
    "⭐️⭐️⭐️⭐️⭐️ شكرا, 5",
    "عشرة على عشرة, 5",
    "9/10, 5",
    "3 من 10, 2",
    "اربعة من خمسة, 4",
    "خمس نجوم, 5",
    "نجمة وحدة بس, 1",
    "4 stars, 4",
    "four out of five, 4",
    "2 out of 5, 2",
  })
  void aRatingIsReadInWhateverScaleItIsGiven(String text, int rating) {
    assertThat(Rating.in(text)).isEqualTo(rating);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ابي 2 شاورما",
        "1/2 دجاجة",
        "9/5/2026",
        "ثلاثة من البرجر",
        "12/5",
        "توصيل الساعة 5",
        "two of these",
      })
  void whatIsNoRatingIsNone(String text) {
    assertThat(Rating.in(text)).isNull();
  }
}
