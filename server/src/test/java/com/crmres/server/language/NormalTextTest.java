package com.crmres.server.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "أبغى شاورما|ابغي شاورما",
        "إيه والله|ايه والله",
        "شَاوِرْمَا|شاورما",
        "شـــاورما|شاورما",
        "لذيييييذ|لذيذ",
        "٢ برجر|2 برجر",
        "۳ برجر|3 برجر",
        "١٫٥ كيلو|1.5 كيلو",
        "کباب|كباب",
        "مساء الخير|مسا الخير",
        "ماء|ماء",
        "I'd LIKE tea|id like tea",
        "a - b|a b",
        "a، b|a,b",
        "كم؟|كم?",
        "1️⃣ بيبسي|1 بيبسي",
        "تمام👍|تمام 👍",
      })
  void whatPeopleMixUpIsOne(String written, String normal) {
    assertThat(NormalText.of(written).text()).isEqualTo(normal);
  }

  @Property
  void makingItNormalTwiceChangesNothing(@ForAll("anything") String text) {
    String once = NormalText.of(text).text();
    assertThat(NormalText.of(once).text()).isEqualTo(once);
  }

  @Property
  void everyPlaceLeadsBackIntoTheOriginal(@ForAll("anything") String text) {
    NormalText normal = NormalText.of(text);
    int before = 0;
    for (int i = 0; i < normal.text().length(); i++) {
      assertThat(normal.origin(i)).isBetween(before, Math.max(before, text.length() - 1));
      before = normal.origin(i);
    }
  }

  @Property
  void marksAndDrawnOutLettersChangeNothing(@ForAll("words") String word) {
    String decorated =
        word.codePoints()
            .mapToObj(point -> Character.toString(point) + "\u064E\u0640")
            .collect(Collectors.joining());
    assertThat(NormalText.of(decorated).text()).isEqualTo(NormalText.of(word).text());
  }

  @Provide
  Arbitrary<String> anything() {
    Arbitrary<String> arabic =
        Arbitraries.strings()
            .withCharRange('\u0600', '\u06FF')
            .withChars(" \n.,،؟!؛ـ٠١٢0123456789/x×abcABC'’\u200F\u200B\uFEFB👍❌🔟")
            .ofMaxLength(40);
    return Arbitraries.oneOf(arabic, Arbitraries.strings().ofMaxLength(40));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of("شاورما", "دجاج", "بيبسي", "برجر", "كبسة", "بطاطس", "موية", "حمص");
  }
}
