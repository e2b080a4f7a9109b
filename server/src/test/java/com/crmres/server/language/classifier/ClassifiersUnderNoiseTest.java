package com.crmres.server.language.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;

class ClassifiersUnderNoiseTest {

  private static final Classifiers CLASSIFIERS = Classifiers.load();

  @Property(tries = 300)
  void courtesyDoesNotChangeWhatATextIsAbout(
      @ForAll("clear") Tuple2<String, String> clear,
      @ForAll("before") String before,
      @ForAll("after") String after) {
    assertThat(CLASSIFIERS.intent(before + clear.get1() + after).label()).isEqualTo(clear.get2());
  }

  @Property(tries = 300)
  void drawnOutLettersDoNotChangeWhatATextIsAbout(
      @ForAll("clear") Tuple2<String, String> clear,
      @ForAll @IntRange(max = 60) int place,
      @ForAll @IntRange(min = 3, max = 9) int times) {
    String text = clear.get1();
    int at = place % text.length();
    String drawn =
        text.substring(0, at) + text.substring(at, at + 1).repeat(times) + text.substring(at + 1);
    assertThat(CLASSIFIERS.intent(drawn).label()).isEqualTo(clear.get2());
  }

  @Property(tries = 300)
  void marksAndDecorationDoNotChangeTheFeeling(
      @ForAll("felt") Tuple2<String, String> felt, @ForAll("decoration") String decoration) {
    assertThat(CLASSIFIERS.sentiment(felt.get1() + decoration).label()).isEqualTo(felt.get2());
  }

  @Property(tries = 200)
  void anyTextIsJudged(@ForAll String text) {
    assertThat(CLASSIFIERS.intent(text).confidence()).isBetween(0.0, 1.0);
    assertThat(CLASSIFIERS.dialect(text).ranking()).hasSize(7);
  }

  @Provide
  Arbitrary<Tuple2<String, String>> clear() {
    return Arbitraries.of(
        Tuple.of("ابي ثلاث شاورما دجاج وبيبسي كبير", "order"),
        Tuple.of("شيلوا البيبسي من الطلب وزيدوا بطاطس", "change_order"),
        Tuple.of("وين وصل طلبي متى يوصل المندوب", "order_status"),
        Tuple.of("الاكل وصل بارد والطلب ناقص وجبتين", "complaint"),
        Tuple.of("كم رسوم التوصيل ومتى تفتحون", "question"),
        Tuple.of("ابي اكلم موظف خدمة العملاء", "human"));
  }

  @Provide
  Arbitrary<Tuple2<String, String>> felt() {
    return Arbitraries.of(
        Tuple.of("الاكل لذيذ والخدمة ممتازة", "positive"),
        Tuple.of("اسوا مطعم جربته والاكل بارد", "negative"),
        Tuple.of("The food was delicious and the staff friendly", "positive"),
        Tuple.of("The food was cold and the staff rude", "negative"));
  }

  @Provide
  Arbitrary<String> before() {
    return Arbitraries.of("", "السلام عليكم ", "لو سمحت ", "مساء الخير ", "هلا والله ");
  }

  @Provide
  Arbitrary<String> after() {
    return Arbitraries.of("", " الله يعافيك", " لو سمحتوا", " يا غالي", " يعطيكم العافية");
  }

  @Provide
  Arbitrary<String> decoration() {
    return Arbitraries.of("", ".", " ..", "...", " ،", "\u0640", "\u200f", "\n");
  }
}
