package com.crmres.server.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// What each of several people has is ordered as many times.
class HeadCountTest {

  @Property(tries = 200)
  void eachOfSoManyIsSoManyOfIt(
      @ForAll @IntRange(min = 2, max = 12) int people,
      @ForAll("ways") String way,
      @ForAll("dishes") String dish) {
    String counted = UtterancesTest.read("ابي " + people + " " + dish, "");
    assertThat(UtterancesTest.read(way.formatted(people) + " " + dish, "")).isEqualTo(counted);
  }

  @Test
  void whatIsForAllIsNotMultiplied() {
    assertThat(UtterancesTest.read("احنا ثلاثة كل واحد برجر لحم وحمص واحد للكل", ""))
        .isEqualTo("+3 Beef burger; +1 Hummus");
  }

  @Test
  void whoIsNamedIsCounted() {
    assertThat(UtterancesTest.read("انا وزوجتي واخوي كل واحد شاورما دجاج كبير", ""))
        .isEqualTo("+3 Chicken shawarma [Large]");
  }

  @Test
  void whereNobodyIsCountedNothingIsMultiplied() {
    List.of("كل واحد شاورما دجاج", "احنا خمسة ونبي شاورما دجاج واحد")
        .forEach(
            said -> assertThat(UtterancesTest.read(said, "")).isEqualTo("+1 Chicken shawarma"));
  }

  @Provide
  Arbitrary<String> ways() {
    return Arbitraries.of(
        "احنا %d كل واحد",
        "حنا %d اشخاص لكل واحد",
        "نحنا %d بدنا لكل شخص",
        "عددنا %d، نبي لكل واحد",
        "احنا %d وكل واحد عايز");
  }

  @Provide
  Arbitrary<String> dishes() {
    return Arbitraries.of("شاورما دجاج كبير", "برجر لحم بدون بصل", "بيبسي", "كنافة");
  }
}
