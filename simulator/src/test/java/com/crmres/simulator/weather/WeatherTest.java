package com.crmres.simulator.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

  @Test
  void inTheWorstWeatherOneEventInTwentyIsLateByUpToAMinute() {
    Weather worst = Weather.worst(5, Duration.ofSeconds(12));

    List<Duration> travels =
        IntStream.range(0, 10_000).mapToObj(n -> worst.travel("said:" + n, 0)).toList();

    assertThat(travels).allMatch(travel -> travel.compareTo(Duration.ofSeconds(61)) < 0);
    assertThat(travels.stream().filter(travel -> travel.toSeconds() >= 1).count())
        .isBetween(420L, 570L);
    assertThat(travels.stream().filter(travel -> travel.toSeconds() >= 50).count())
        .isBetween(50L, 130L);
  }

  @Test
  void theWorstWeatherRefusesOneSendInTenAndAnswersOneInFiftyTooLate() {
    Weather worst = Weather.worst(5, Duration.ofSeconds(12));

    List<SendFault> faults =
        IntStream.range(0, 10_000)
            .mapToObj(n -> worst.faultOf("send:" + n))
            .flatMap(Optional::stream)
            .toList();

    assertThat(faults.stream().filter(SendFault.Refused.class::isInstance).count())
        .isBetween(900L, 1_100L);
    assertThat(faults.stream().filter(SendFault.AnswerLate.class::isInstance).count())
        .isBetween(160L, 240L);
  }

  @Test
  void fasterWeatherIsLateByLessAndKeepsAnswersBackAsLong() {
    Weather worst = Weather.worst(5, Duration.ofSeconds(12));
    Weather faster = worst.faster(10);

    assertThat(faster.reorderSpan()).isEqualTo(Duration.ofSeconds(6));
    assertThat(faster.latencyTo()).isEqualTo(Duration.ofMillis(50));
    assertThat(faster.sendFaults()).isEqualTo(worst.sendFaults());
  }

  @Test
  void aFastClockCatchesUpWithTheRealOneAtTheEndOfTheEvening() {
    Instant now = Instant.parse("2026-11-23T18:00:00Z");
    FastClock clock = FastClock.of(Clock.fixed(now, ZoneOffset.UTC), 10, Duration.ofMinutes(5));

    assertThat(clock.instant()).isEqualTo(now.minus(Duration.ofMinutes(45)));
  }

  private static List<Integer> copies(Weather weather) {
    return IntStream.range(0, 200).mapToObj(n -> weather.copies("said:" + n)).toList();
  }
}
