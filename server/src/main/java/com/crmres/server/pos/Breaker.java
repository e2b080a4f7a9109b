package com.crmres.server.pos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Leaves a till alone that does not answer: after five failures in a row for 5 s, then twice as
/// long up to five minutes; after each rest one call tries the way.
final class Breaker {

  private static final int IN_A_ROW = 5;
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Clock clock;
  private final Map<UUID, State> states = new ConcurrentHashMap<>();

  Breaker(Clock clock) {
    this.clock = clock;
  }

  /// How many calls to a branch's till may go out now, at most `most`.
  int admits(UUID branchId, int most) {
    State state = states.getOrDefault(branchId, State.WELL);
    if (state.failures() < IN_A_ROW) {
      return most;
    }
    return clock.instant().isBefore(state.until()) ? 0 : Math.min(1, most);
  }

  boolean rests(UUID branchId) {
    return states.getOrDefault(branchId, State.WELL).failures() >= IN_A_ROW;
  }

  void works(UUID branchId) {
    states.remove(branchId);
  }

  void fails(UUID branchId) {
    states.merge(branchId, State.WELL, (state, _) -> state);
    states.computeIfPresent(branchId, (_, state) -> state.worse(clock.instant()));
  }

  /// How a till is known on this node.
  private record State(int failures, Instant until) {

    private static final State WELL = new State(0, Instant.MIN);

    State worse(Instant now) {
      int more = failures + 1;
      if (more < IN_A_ROW) {
        return new State(more, Instant.MIN);
      }
      Duration rest = SHORTEST.multipliedBy(1L << Math.min(more - IN_A_ROW, 6));
      return new State(more, now.plus(rest.compareTo(LONGEST) > 0 ? LONGEST : rest));
    }
  }
}
