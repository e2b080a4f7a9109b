package com.crmres.server.ordering.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PromiseTimeTest {

  @Test
  void aBranchWithoutAPastPromisesWhatPeopleSet() {
    assertThat(PromiseTime.minutes(List.of(), 20, 0, 0)).isEqualTo(20);
    assertThat(PromiseTime.minutes(List.of(90, 90), 20, 0, 0)).isEqualTo(20);
  }

  @Test
  void fourOfFiveOfItsOwnTimesCount() {
    assertThat(PromiseTime.minutes(List.of(10, 10, 10, 10, 15, 15, 20, 24, 60, 70), 20, 0, 0))
        .isEqualTo(25);
  }

  @Test
  void aLongQueueAndABusyKitchenAreAdded() {
    assertThat(PromiseTime.minutes(List.of(), 20, 5, 0)).isEqualTo(20);
    assertThat(PromiseTime.minutes(List.of(), 20, 10, 0)).isEqualTo(30);
    assertThat(PromiseTime.minutes(List.of(), 20, 10, 15)).isEqualTo(45);
  }

  @Property
  void moreToDoNeverMakesItSooner(
      @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 120) Integer> took,
      @ForAll @IntRange(min = 1, max = 60) int preparation,
      @ForAll @IntRange(max = 60) int queue,
      @ForAll @IntRange(max = 60) int delay) {
    int minutes = PromiseTime.minutes(took, preparation, queue, delay);

    assertThat(minutes).isBetween(5, 240).matches(promise -> promise % 5 == 0);
    assertThat(PromiseTime.minutes(took, preparation, queue + 1, delay))
        .isGreaterThanOrEqualTo(minutes);
    assertThat(PromiseTime.minutes(took, preparation, queue, delay + 1))
        .isGreaterThanOrEqualTo(minutes);
  }

  /// Twelve weeks of a kitchen whose evenings are slower than its noons and whose Thursdays are the
  /// worst, replayed order by order: what is promised from the past is kept by four of five.
  @Test
  void fourOfFivePromisesAreKeptOnReplayedDays() {
    for (long seed = 1; seed <= 10; seed++) {
      assertThat(kept(new Random(seed))).as("seed %d", seed).isGreaterThanOrEqualTo(0.8);
    }
  }

  private static double kept(Random random) {
    Map<Integer, List<Integer>> past = new HashMap<>();
    int promised = 0;
    int kept = 0;
    for (int day = 0; day < 84; day++) {
      for (int hour = 11; hour < 24; hour++) {
        int hourOfWeek = day % 7 * 24 + hour;
        List<Integer> took = past.computeIfAbsent(hourOfWeek, _ -> new ArrayList<>());
        int orders = 3 + random.nextInt(6) + (hour > 18 ? 6 : 0);
        List<Integer> today = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
          int queue = Math.max(0, order - random.nextInt(4));
          int needed = needed(random, day, hour, queue);
          List<Integer> recent = took.subList(Math.max(0, took.size() - 40), took.size());
          if (recent.size() >= PromiseTime.ENOUGH) {
            promised++;
            kept += needed <= PromiseTime.minutes(recent, 20, queue, 0) ? 1 : 0;
          }
          today.add(needed);
        }
        Collections.shuffle(today, random);
        took.addAll(today);
      }
    }
    return (double) kept / promised;
  }

  private static int needed(Random random, int day, int hour, int queue) {
    double usual = 12 + (hour > 18 ? 6 : 0) + (day % 7 == 4 ? 5 : 0) + 1.5 * queue;
    return (int) Math.ceil(usual * Math.exp(0.3 * random.nextGaussian()));
  }
}
