package com.crmres.simulator.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Chance is the same for the same seed, differs between seeds, and keeps its probabilities.
class WeatherTest {

  @Property
  void theSameSeedMakesTheSameWeather(@ForAll long seed, @ForAll String key) {
    Weather first = Weather.stormy(seed);
    Weather second = Weather.stormy(seed);

    assertThat(first.copies(key)).isEqualTo(second.copies(key)).isBetween(1, 4);
    assertThat(first.travel(key, 1)).isEqualTo(second.travel(key, 1));
    assertThat(first.faultOf(key)).isEqualTo(second.faultOf(key));
  }

  @Property
  void calmWeatherDeliversOnceAtOnce(@ForAll long seed, @ForAll String key) {
    Weather calm = Weather.calm(seed);

    assertThat(calm.copies(key)).isEqualTo(1);
    assertThat(calm.travel(key, 0)).isEqualTo(Duration.ZERO);
    assertThat(calm.faultOf(key)).isEmpty();
  }

  @Test
  void otherSeedsMakeOtherWeather() {
    assertThat(copies(Weather.stormy(1))).isNotEqualTo(copies(Weather.stormy(2)));
  }

  @Test
  void eachFaultHappensAboutAsOftenAsItsProbabilitySays() {
    Weather weather =
        Weather.calm(9)
            .withSendFaults(
                new SendFault.Refused(130429, 0.2),
                new SendFault.AnswerLost(0.1),
                new SendFault.HtmlPage(0.05));

    List<SendFault> faults =
        IntStream.range(0, 10_000)
            .mapToObj(n -> weather.faultOf("send:" + n))
            .flatMap(Optional::stream)
            .toList();

    assertThat(faults.stream().filter(SendFault.Refused.class::isInstance).count())
        .isBetween(1_850L, 2_150L);
    assertThat(faults.stream().filter(SendFault.AnswerLost.class::isInstance).count())
        .isBetween(880L, 1_120L);
    assertThat(faults.stream().filter(SendFault.HtmlPage.class::isInstance).count())
        .isBetween(410L, 590L);
  }

  private static List<Integer> copies(Weather weather) {
    return IntStream.range(0, 200).mapToObj(n -> weather.copies("said:" + n)).toList();
  }
}
