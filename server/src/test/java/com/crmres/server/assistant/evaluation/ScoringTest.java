package com.crmres.server.assistant.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.crmres.server.menu.ModifierGroup.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The figures, against tables worked out by hand.
class ScoringTest {

  private static final double EXACTLY = 1e-9;

  @Test
  void aTallyIsPrecisionRecallAndTheirHarmonicMean() {
    Tally tally = new Tally();
    tally.compare(Set.of("a", "b", "c"), Set.of("b", "c", "d"));
    tally.compare(Set.of("e"), Set.of());

    assertThat(tally.expected()).isEqualTo(4);
    assertThat(tally.precision()).isEqualTo(2.0 / 3, within(EXACTLY));
    assertThat(tally.recall()).isEqualTo(0.5, within(EXACTLY));
    assertThat(tally.f1()).isEqualTo(4.0 / 7, within(EXACTLY));
  }

  @Test
  void whereNothingWasToBeFoundNothingIsMissed() {
    assertThat(new Tally().f1()).isEqualTo(1);
    assertThat(new Tally().isEmpty()).isTrue();
  }

  /// 3 of 4 positive, 1 of 2 neutral, 2 of 2 negative:
  ///
  /// ```
  ///            got pos  neu  neg
  /// positive         3    1    0
  /// neutral          0    1    1
  /// negative         0    0    2
  /// ```
  @Test
  void macroF1IsTheMeanOverTheLabelsThatWereExpected() {
    Confusion confusion = new Confusion();
    List.of("positive", "positive", "positive").forEach(got -> confusion.add("positive", got));
    confusion.add("positive", "neutral");
    confusion.add("neutral", "neutral");
    confusion.add("neutral", "negative");
    confusion.add("negative", "negative");
    confusion.add("negative", "negative");

    assertThat(confusion.accuracy()).isEqualTo(6.0 / 8, within(EXACTLY));
    assertThat(confusion.tally("positive").f1()).isEqualTo(6.0 / 7, within(EXACTLY));
    assertThat(confusion.tally("neutral").f1()).isEqualTo(0.5, within(EXACTLY));
    assertThat(confusion.tally("negative").f1()).isEqualTo(0.8, within(EXACTLY));
    assertThat(confusion.macroF1()).isEqualTo((6.0 / 7 + 0.5 + 0.8) / 3, within(EXACTLY));
    assertThat(confusion.confusedLines())
        .containsExactly("     1 × neutral read as negative", "     1 × positive read as neutral");
  }

  /// Four said 0.95 and three were right; two said 0.55 and none was: (|3 − 3.8| + |0 − 1.1|) / 6.
  @Test
  void theCalibrationErrorWeighsEachBinByItsCases() {
    Calibration calibration = new Calibration();
    for (boolean right : new boolean[] {true, true, true, false}) {
      calibration.add(0.95, right);
    }
    calibration.add(0.55, false);
    calibration.add(0.55, false);

    assertThat(calibration.error()).isEqualTo(1.9 / 6, within(EXACTLY));
    assertThat(calibration.bins()).hasSize(2);
    assertThat(calibration.bins().getLast().accuracy()).isEqualTo(0.75, within(EXACTLY));
  }

  @Test
  void certaintyFallsIntoTheLastBinAndNonsenseIntoTheNearest() {
    Calibration calibration = new Calibration();
    calibration.add(1, true);
    calibration.add(7, true);
    calibration.add(-1, false);

    assertThat(calibration.bins()).extracting(Calibration.Bin::cases).containsExactly(1, 2);
    assertThat(calibration.error()).isZero();
  }

  @Test
  void servingsOfTheSameKindAreOneWhateverLinesTheyStandIn() {
    SuiteMenu.Choice large = new SuiteMenu.Choice(Kind.SIZE, "size:large");
    Serving one = new Serving("tea", 1, List.of(large), Set.of("me"), false);
    Serving two = new Serving("tea", 2, List.of(large), Set.of("my wife"), true);

    assertThat(one.isLike(two)).isTrue();
    assertThat(one.and(two))
        .isEqualTo(new Serving("tea", 3, List.of(large), Set.of("me", "my wife"), true));
  }

  @Test
  void peopleAreComparedByWhoTheyAreAndNotByTheirSpelling() {
    assertThat(Verdict.samePerson("الوالدة", "للوالده")).isTrue();
    assertThat(Verdict.samePerson("my wife", "wife")).isTrue();
    assertThat(Verdict.samePerson("me", "my mother")).isFalse();
  }

  @Test
  void aPersonIsTheSameHoweverSpeltAndWithOrWithoutFor() {
    assertThat(Verdict.samePerson("أمي", "امى")).isTrue();
    assertThat(Verdict.samePerson("لأمي", "امي")).isTrue();
    assertThat(Verdict.samePerson("للوالدة", "الوالده")).isTrue();
    assertThat(Verdict.samePerson("أمي", "أبوي")).isFalse();
  }
}
