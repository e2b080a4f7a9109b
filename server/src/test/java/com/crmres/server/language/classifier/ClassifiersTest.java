package com.crmres.server.language.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifiersTest {

  private static final Classifiers CLASSIFIERS = Classifiers.load();

  @ParameterizedTest
  @CsvSource({
    "الاكل لذيذ, positive",
    "الاكل مو لذيذ, negative",
    "الاكل ماهو لذيذ ابد, negative",
    "انصح فيه, positive",
    "ما انصح فيه, negative",
    "the food was good, positive",
    "the food was not good, negative",
    "عجبني الاكل مره, positive",
    "ما عجبني الاكل, negative",
    "الاكل حلو اوي, positive",
    "الاكل مش حلو خالص, negative"
  })
  void aNegationTurnsTheFeeling(String text, String feeling) {
    assertThat(CLASSIFIERS.sentiment(text).label()).isEqualTo(feeling);
  }

  @ParameterizedTest
  @CsvSource({
    "المكان حلو لكن الاكل سيئ جدا وما راح ارجع, negative",
    "كنت متردد بس طلع الاكل يجنن, positive",
    "Nice place but the food is terrible, negative",
    "Expensive but absolutely worth it, positive"
  })
  void whatComesAfterTheButWeighsMore(String text, String feeling) {
    assertThat(CLASSIFIERS.sentiment(text).label()).isEqualTo(feeling);
  }

  @ParameterizedTest
  @CsvSource({
    "ابي نفرين مندي دجاج مع سلطة, order",
    "شيل البيبسي من الطلب, change_order",
    "وين طلبي صار له ساعة, order_status",
    "متى تسكرون اليوم, question",
    "ابي اكلم موظف, human",
    "عندي حساسية من الفول السوداني, safety",
    "الغوا الطلب لو سمحتوا, cancel",
    "stop sending me messages, opt_out",
    "عايز اتنين كشري كبير, order",
    "badi tnen shawarma djaj, order"
  })
  void anIntentIsToldInEveryDialect(String text, String intent) {
    assertThat(CLASSIFIERS.intent(text).label()).isEqualTo(intent);
  }

  @ParameterizedTest
  @CsvSource({
    "وش عندكم اليوم ابغى شي خفيف, sa",
    "عايز اعرف الاوردر فين دلوقتي, eg",
    "بدي اعرف شو في عندكن هلق, lv",
    "هل يمكنني أن أحجز طاولة لهذا المساء, ar",
    "3ayez a3raf el talab feen, arabizi",
    "could you tell me where my food is, en"
  })
  void aDialectIsTold(String text, String dialect) {
    assertThat(CLASSIFIERS.dialect(text).label()).isEqualTo(dialect);
  }

  @Test
  void probabilitiesAddUpAndTheLikeliestComesFirst() {
    Judgement judgement = CLASSIFIERS.intent("ابي شاورما");

    assertThat(judgement.ranking()).hasSize(15);
    assertThat(judgement.ranking().stream().mapToDouble(Judgement.Ranked::probability).sum())
        .isCloseTo(1, offset(1e-6));
    assertThat(judgement.probability(judgement.label())).isEqualTo(judgement.confidence());
  }

  @Test
  void anEmptyTextIsJudgedAsAnyOther() {
    assertThat(CLASSIFIERS.sentiment("").label()).isEqualTo("neutral");
    assertThat(CLASSIFIERS.intent(" ").ranking()).hasSize(15);
  }
}
