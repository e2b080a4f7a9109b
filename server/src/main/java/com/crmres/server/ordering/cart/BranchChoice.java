package com.crmres.server.ordering.cart;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Chooses the branch that serves a customer soonest, as far as that is clear.
///
/// Each branch costs minutes: three for a kilometre between it and the customer, one for each order
/// it is working on (at most 30), less eight for each of his last three visits. The cheapest one is
/// chosen if the customer's place is known. Where it is not, only habit makes it clear: he has been
/// at the cheapest one twice more often than at any other.
final class BranchChoice {

  private static final double MINUTES_PER_KILOMETRE = 3;
  private static final int MOST_LOAD = 30;
  private static final double MINUTES_PER_VISIT = 8;
  private static final int MOST_VISITS = 3;
  private static final int CLEARLY_MORE = 2;

  private BranchChoice() {}

  /// One that could serve.
  ///
  /// @param kilometres to the customer; null if his place is not known
  /// @param load orders it is working on
  /// @param visits of the customer
  record Candidate(UUID branchId, @Nullable Double kilometres, int load, int visits) {

    double minutes() {
      double way = kilometres == null ? 0 : kilometres * MINUTES_PER_KILOMETRE;
      return way + Math.min(load, MOST_LOAD) - Math.min(visits, MOST_VISITS) * MINUTES_PER_VISIT;
    }
  }

  /// What the orders say, by branch.
  record Signs(Map<UUID, Integer> load, Map<UUID, Integer> visits) {
    Signs {
      load = Map.copyOf(load);
      visits = Map.copyOf(visits);
    }
  }

  /// Asks for the signs, only when they matter.
  @FunctionalInterface
  interface Habits {

    /// Of nobody.
    Habits NONE = () -> new Signs(Map.of(), Map.of());

    Signs ask();
  }

  /// The one to take; empty if the customer must be asked.
  static Optional<UUID> best(List<Candidate> candidates) {
    List<Candidate> ranked =
        candidates.stream().sorted(Comparator.comparingDouble(Candidate::minutes)).toList();
    if (ranked.size() < 2) {
      return ranked.stream().map(Candidate::branchId).findFirst();
    }
    Candidate first = ranked.getFirst();
    boolean clear = first.kilometres() != null || isUsual(first, ranked);
    return clear ? Optional.of(first.branchId()) : Optional.empty();
  }

  private static boolean isUsual(Candidate first, List<Candidate> ranked) {
    return ranked.stream()
        .skip(1)
        .allMatch(other -> first.visits() >= other.visits() + CLEARLY_MORE);
  }
}
