package com.crmres.server.menu;

import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.server.restaurant.Branch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Works out when something that is sold out comes back by itself.
final class Comeback {

  /// A branch that closes later than this has no end of the day, so midnight is.
  private static final Duration LONGEST_DAY = Duration.ofHours(24);

  private final Branch branch;
  private final Instant now;

  Comeback(Branch branch, Instant now) {
    this.branch = branch;
    this.now = now;
  }

  /// The moment that was asked for; null for none.
  @Nullable Instant of(AvailabilityRequest wish) {
    Instant until = wish.until();
    return until == null ? of(wish.preset()) : until;
  }

  private @Nullable Instant of(@Nullable AvailabilityPreset preset) {
    return switch (preset) {
      case null -> null;
      case MANUAL -> null;
      case HALF_HOUR -> now.plus(Duration.ofMinutes(30));
      case HOUR -> now.plus(Duration.ofHours(1));
      case END_OF_DAY -> endOfDay();
      case NEXT_OPENING -> nextOpening();
    };
  }

  private Instant endOfDay() {
    return closing().orElseGet(this::midnight);
  }

  /// The opening after the end of this day; the end itself if it never opens.
  private Instant nextOpening() {
    Instant end = closing().orElse(now);
    return branch.times().ordersFrom(end, branch.zone()).orElseGet(this::midnight);
  }

  private Optional<Instant> closing() {
    return branch
        .times()
        .closesAt(now, branch.zone())
        .filter(end -> end.isBefore(now.plus(LONGEST_DAY)));
  }

  private Instant midnight() {
    return branch.dateAt(now).plusDays(1).atStartOfDay(branch.zone()).toInstant();
  }
}
