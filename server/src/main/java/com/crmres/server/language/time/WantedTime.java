package com.crmres.server.language.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A time that somebody wishes for, before it is known when he does.
sealed interface WantedTime {

  /// The moment that is meant by someone who writes at `now`.
  ZonedDateTime after(ZonedDateTime now);

  /// What he may mean, the likeliest first: whoever does not say which half of the day leaves two.
  default List<ZonedDateTime> moments(ZonedDateTime now) {
    return List.of(after(now));
  }

  /// So long from now on.
  record In(Duration span) implements WantedTime {
    @Override
    public ZonedDateTime after(ZonedDateTime now) {
      return now.plus(span).truncatedTo(ChronoUnit.MINUTES);
    }
  }

  /// Half of a day.
  enum Half {
    MORNING,
    EVENING
  }

  /// A time on the clock. Whoever does not say which half of the day means the next time it is so
  /// late; on another day he means the afternoon or the evening.
  ///
  /// @param days from today; null if no day was said
  /// @param hour as it was said, 0 to 23
  record At(@Nullable Integer days, int hour, int minute, @Nullable Half half)
      implements WantedTime {

    private static final int NOON = 12;

    @Override
    public ZonedDateTime after(ZonedDateTime now) {
      if (days != null && days > 0) {
        return now.toLocalDate().plusDays(days).atTime(usual()).atZone(now.getZone());
      }
      return Stream.of(now.toLocalDate(), now.toLocalDate().plusDays(1))
          .flatMap(date -> times(date, now))
          .filter(time -> time.isAfter(now))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public List<ZonedDateTime> moments(ZonedDateTime now) {
      ZonedDateTime first = after(now);
      boolean either = half == null && hour > 0 && hour <= NOON && (days == null || days > 0);
      return either ? List.of(first, other(first)) : List.of(first);
    }

    private ZonedDateTime other(ZonedDateTime first) {
      return days == null
          ? first.plusHours(NOON)
          : first.with(LocalTime.of((first.getHour() + NOON) % (2 * NOON), minute));
    }

    private LocalTime usual() {
      if (hour > NOON || hour == 0) {
        return LocalTime.of(hour, minute);
      }
      return LocalTime.of(hour % NOON + (half == Half.MORNING ? 0 : NOON), minute);
    }

    private Stream<ZonedDateTime> times(LocalDate date, ZonedDateTime now) {
      Stream<Integer> hours =
          hour > NOON || hour == 0
              ? Stream.of(hour)
              : half == null
                  ? Stream.of(hour % NOON, hour % NOON + NOON)
                  : Stream.of(hour % NOON + (half == Half.EVENING ? NOON : 0));
      return hours.map(each -> date.atTime(each, minute).atZone(now.getZone()));
    }
  }
}
