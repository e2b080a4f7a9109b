package com.crmres.bench.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The pace at which customers come.
class TideTest {

  @Test
  void aBurstBringsTenTimesAsManyAsTheCalm() {
    Tide tide = new Tide(30);

    assertThat(countBetween(tide, 0, 1)).isEqualTo(30);
    assertThat(countBetween(tide, 4, 5)).isEqualTo(300);
    assertThat(countBetween(tide, 6, 7)).isEqualTo(30);
    assertThat(countBetween(tide, 10, 11)).isEqualTo(300);
  }

  private static long countBetween(Tide tide, int from, int to) {
    return IntStream.range(0, 2_000)
        .mapToLong(place -> tide.momentOf(place).plusNanos(1_000).toSeconds())
        .filter(second -> second >= from && second < to)
        .count();
  }
}
