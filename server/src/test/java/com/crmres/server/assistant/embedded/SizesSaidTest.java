package com.crmres.server.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A size may be said as the largest or the smallest there is, or as a whole and a part of it.
class SizesSaidTest {

  @ParameterizedTest
  @CsvSource({
    "ابي عصير برتقال اكبر شي عندكم, +1 Orange juice [Large]",
    "ابي عصير برتقال اصغر حجم, +1 Orange juice [Small]",
    "عطني شاورما لحم اكبر حجم وبيبسي, +1 Beef shawarma [Large]; +1 Pepsi",
    "ابي بيبسي اكبر حجم, +1 Pepsi",
    "ابي كبسة دجاج حبة, +1 Chicken kabsa [Whole]",
    "ابي حبة ونص كبسة دجاج, +1 Chicken kabsa [Whole]; +1 Chicken kabsa [Half]",
    "ابي كبسة دجاج حبة ونص, +1 Chicken kabsa [Whole]; +1 Chicken kabsa [Half]"
  })
  void isReadAsASizeOfTheDish(String said, String read) {
    assertThat(UtterancesTest.read(said, "")).isEqualTo(read);
  }
}
