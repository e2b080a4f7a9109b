package com.crmres.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTextTest {

  @Test
  void leavesOutWhatLinuxWouldDrawAsBoxes() {
    assertThat(DisplayText.of("\u200Fمرحبا\u2069\u200D \uFEFFbye\u00AD")).isEqualTo("مرحبا bye");
  }

  @Test
  void keepsAPhoneNumberInItsOrder() {
    assertThat(DisplayText.of("رقمي +966 55 123 4567 شكرا"))
        .isEqualTo("رقمي \u200E+966 55 123 4567\u200E شكرا");
  }

  @ParameterizedTest
  @CsvSource({
    "2 zinger meals please, false",
    "هل هو حار؟, true",
    "برجر BBQ ×2 بدون onion, true",
    "Is it spicy?, false",
    "123, false"
  })
  void readsFromTheSideOfTheFirstStrongLetter(String text, boolean rightToLeft) {
    assertThat(DisplayText.isRightToLeft(text)).isEqualTo(rightToLeft);
  }

  @Test
  void writesPhonesAsPeopleReadThem() {
    assertThat(DisplayText.phone("966551234567")).isEqualTo("\u200E+966 55 123 4567\u200E");
    assertThat(DisplayText.phone("201001234567")).isEqualTo("\u200E+201001234567\u200E");
    assertThat(DisplayText.phone(null)).isEmpty();
  }

  @Test
  void writesMoneyWithLatinDigitsInBothLanguages() {
    assertThat(DisplayText.money(new Money(6400), Texts.in(ScreenLanguage.ARABIC)))
        .isEqualTo("\u200E64.00\u200E ر.س");
    assertThat(DisplayText.money(new Money(6400), Texts.in(ScreenLanguage.ENGLISH)))
        .isEqualTo("\u200E64.00\u200E SAR");
  }
}
