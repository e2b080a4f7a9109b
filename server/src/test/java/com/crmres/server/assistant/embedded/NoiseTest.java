package com.crmres.server.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Decoration, courtesy and the spelling of letters change nothing in what is read.
class NoiseTest {

  @Property(tries = 300)
  void courtesyWordsChangeNothing(
      @ForAll("orders") String order, @ForAll("courtesies") String courtesy) {
    String plain = UtterancesTest.read(order, "");
    assertThat(UtterancesTest.read(courtesy + " " + order, "")).isEqualTo(plain);
    assertThat(UtterancesTest.read(order + " " + courtesy, "")).isEqualTo(plain);
    assertThat(UtterancesTest.read(courtesy + "\\n" + order, "")).isEqualTo(plain);
  }

  @Property(tries = 300)
  void decorationChangesNothing(
      @ForAll("orders") String order, @ForAll("decorations") List<String> marks) {
    StringBuilder noisy = new StringBuilder();
    int at = 0;
    for (String letter : order.split("", -1)) {
      noisy.append(letter);
      if (!letter.isBlank() && !letter.isEmpty() && Character.isLetter(letter.charAt(0))) {
        noisy.append(marks.get(at++ % marks.size()));
      }
    }
    assertThat(UtterancesTest.read(noisy.toString(), "")).isEqualTo(UtterancesTest.read(order, ""));
  }

  @Property(tries = 200)
  void theSameWordsAreReadTheSameWay(@ForAll("orders") String order) {
    assertThat(UtterancesTest.read(order, "")).isEqualTo(UtterancesTest.read(order, ""));
  }

  @Provide
  Arbitrary<String> orders() {
    Arbitrary<String> numbers = Arbitraries.of("", "2 ", "ثلاث ", "٤ ");
    Arbitrary<String> items =
        Arbitraries.of(
            "شاورما دجاج", "برجر لحم", "بيبسي", "كنافة", "حمص", "وجبة زنجر", "ليمون بالنعناع");
    Arbitrary<String> one = Combinators.combine(numbers, items).as((n, item) -> n + item);
    return one.list().ofMinSize(1).ofMaxSize(3).map(list -> "ابي " + String.join(" و ", list));
  }

  @Provide
  Arbitrary<String> courtesies() {
    return Arbitraries.of(
        "لو سمحت",
        "الله يسعدك",
        "يا الغالي",
        "السلام عليكم",
        "من فضلك",
        "تكفى",
        "شكرا",
        "يعطيك العافية",
        "هلا والله");
  }

  @Provide
  Arbitrary<List<String>> decorations() {
    return Arbitraries.of("", "\u064E", "\u0640\u0640", "\u200F", "\u0652")
        .list()
        .ofMinSize(3)
        .ofMaxSize(6);
  }
}
