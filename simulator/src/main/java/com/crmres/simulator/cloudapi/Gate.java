package com.crmres.simulator.cloudapi;

import com.crmres.simulator.payload.BusinessNumber;
import com.crmres.simulator.payload.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Lets messages through as fast as the limits allow and only while the customer's window is open.
public final class Gate {

  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Duration FREE_ENTRY = Duration.ofDays(3);

  private final Limits limits;
  private final Clock clock;
  private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastWords = new ConcurrentHashMap<>();
  private final Map<String, Instant> freeUntil = new ConcurrentHashMap<>();

  Gate(Limits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /// A customer wrote to this number: the window opens anew.
  public void customerWrote(BusinessNumber number, Person customer) {
    lastWords.put(pair(number, customer), clock.instant());
  }

  /// A customer came from an advertisement: nothing to him is billed for three days.
  public void cameFromAdvertisement(BusinessNumber number, Person customer) {
    freeUntil.put(pair(number, customer), clock.instant().plus(FREE_ENTRY));
  }

  /// The end of a customer's free entry point, if it is still to come.
  Optional<Instant> freeUntil(BusinessNumber number, Person customer) {
    return Optional.ofNullable(freeUntil.get(pair(number, customer)))
        .filter(end -> clock.instant().isBefore(end));
  }

  void pass(BusinessNumber number, Person customer, boolean isTemplate) {
    if (limits.serviceWindow() && !isTemplate && !isOpen(number, customer)) {
      throw new GraphException(GraphError.of(131047));
    }
    if (limits.perSecond() == Integer.MAX_VALUE) {
      return;
    }
    Duration gap = Duration.ofSeconds(1).dividedBy(limits.perSecond());
    if (!take(number.phoneNumberId(), limits.perSecond(), gap)) {
      throw new GraphException(GraphError.of(130429));
    }
    if (!take(pair(number, customer), limits.pairBurst(), limits.pairGap())) {
      throw new GraphException(GraphError.of(131056));
    }
  }

  private boolean isOpen(BusinessNumber number, Person customer) {
    Instant last = lastWords.get(pair(number, customer));
    return last != null && clock.instant().isBefore(last.plus(WINDOW));
  }

  private boolean take(String key, int burst, Duration gap) {
    Instant now = clock.instant();
    Allowance after =
        allowances.compute(
            key,
            (k, known) -> {
              Allowance before = known == null ? new Allowance(now, true) : known;
              return before.spend(now, burst, gap);
            });
    return after.granted();
  }

  private static String pair(BusinessNumber number, Person customer) {
    return number.phoneNumberId() + ":" + customer.key();
  }

  /// How far into the future the allowance is spent.
  private record Allowance(Instant spentUntil, boolean granted) {

    Allowance spend(Instant now, int burst, Duration gap) {
      Instant from = spentUntil.isBefore(now) ? now : spentUntil;
      Instant until = from.plus(gap);
      boolean fits = !until.isAfter(now.plus(gap.multipliedBy(burst)));
      return fits ? new Allowance(until, true) : new Allowance(from, false);
    }
  }
}
