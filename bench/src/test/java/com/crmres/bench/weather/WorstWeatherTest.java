package com.crmres.bench.weather;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The promise that in the worst weather nothing is lost, nothing doubled, and every customer's
/// order kept.
///
/// WhatsApp's clock runs ten times faster than the real one, and with it everything the weather
/// does to a delivery: up to 60 s late by its timestamps is up to 6 s late by the wall.
class WorstWeatherTest {

  private static final long SEED = Long.getLong("crm.weather.seed", 20261123);

  /// Trap 2, trap 25, trap 26, trap 28; behaviour 5, behaviour 15 and behaviour 18, all at once.
  @Test
  void tenThousandMessagesInTheWorstWeatherAreKeptAndAnsweredOnceAndInOrder() throws Exception {
    WeatherVerdict verdict = new WorstWeather(WeatherPlan.promised(SEED), IO::println).run();

    IO.println(verdict.line());
    assertThat(verdict.faults()).as("%s %s", verdict.line(), verdict.faults()).isEmpty();
    assertThat(verdict.said()).isEqualTo(10_000);
    assertThat(verdict.stored()).isEqualTo(10_000);
    assertThat(verdict.overtaken()).as("really out of order").isGreaterThan(100);
    assertThat(verdict.refused()).as("really refused").isGreaterThan(verdict.sent() / 12);
    assertThat(verdict.unanswered())
        .as("really without an answer")
        .isGreaterThan(verdict.sent() * 3 / 200);
  }
}
