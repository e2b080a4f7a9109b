package com.crmres.server.pos;

import com.crmres.common.pos.DriftAction;
import com.crmres.common.pos.DriftKind;
import com.crmres.common.pos.PosDrift;
import com.crmres.common.pos.PosKind;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares every till with us once a minute: what was lost on the way is caught up with, what
/// differs after that is shown to people.
public final class Reconciliation {

  private static final Logger LOG = System.getLogger(Reconciliation.class.getName());
  private static final int EVERY_SECONDS = 60;
  private static final int FETCHED_AT_ONCE = 20;

  /// Clocks differ, and a till may list a change late.
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private static final Duration LOOKED_BACK = Duration.ofHours(24);
  private static final Duration UNSEEN = Duration.ofMinutes(2);
  private static final Duration EVENTS_STAY = Duration.ofDays(7);

  private final Database database;
  private final Tills tills;
  private final Map<PosKind, Connector> connectors;
  private final Breaker breaker;
  private final Observing observing;
  private final Drifts drifts;
  private final Clock clock;
  private final HandedStore store = new HandedStore();

  Reconciliation(
      Database database,
      Tills tills,
      Map<PosKind, Connector> connectors,
      Breaker breaker,
      Observing observing,
      Drifts drifts,
      Clock clock) {
    this.database = database;
    this.tills = tills;
    this.connectors = Map.copyOf(connectors);
    this.breaker = breaker;
    this.observing = observing;
    this.drifts = drifts;
    this.clock = clock;
  }

  /// One round over the tills whose minute is over.
  ///
  /// @return how many were compared
  public int compareDue() throws InterruptedException {
    List<Tills.Till> due =
        database.inSystem(transaction -> tills.takeDue(transaction, EVERY_SECONDS));
    for (Tills.Till till : due) {
      try {
        compare(till);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "the till of " + till.branchId() + " was not compared", e);
      }
    }
    return due.size();
  }

  private void compare(Tills.Till till) throws InterruptedException {
    List<Difference> found = new ArrayList<>();
    if (breaker.admits(till.branchId(), 1) > 0) {
      Account account = tills.account(till);
      Connector connector = StepWorker.of(connectors, till.kind());
      catchUp(till, account, connector, found);
      lookAfter(till, account, connector);
      strangers(till, account, connector, found);
    }
    database.changeRestaurant(
        till.restaurantId(),
        transaction -> {
          lately(transaction, till)
              .forEach(order -> found.addAll(Comparison.of(order, clock.instant())));
          drifts.renew(transaction, till.restaurantId(), till.branchId(), found);
          store.forgetEvents(transaction, till.restaurantId(), clock.instant().minus(EVENTS_STAY));
        });
  }

  private List<Handed> lately(Transaction transaction, Tills.Till till) {
    Instant since = clock.instant().minus(LOOKED_BACK);
    return store.lately(transaction, till.restaurantId(), till.branchId(), since);
  }

  /// Takes in everything that changed there since the last round.
  private void catchUp(
      Tills.Till till, Account account, Connector connector, List<Difference> found)
      throws InterruptedException {
    Instant now = clock.instant();
    Instant since =
        till.reconciledUntil() == null
            ? now.minus(LOOKED_BACK)
            : till.reconciledUntil().minus(OVERLAP);
    PosAnswer<List<Seen>> answer = connector.changedSince(account, since);
    if (answer instanceof PosAnswer.Done<List<Seen>>(List<Seen> changed)) {
      breaker.works(till.branchId());
      changed.forEach(seen -> take(till, seen, found));
      database.changeRestaurant(
          till.restaurantId(),
          transaction -> tills.reconciled(transaction, till.restaurantId(), till.branchId(), now));
    } else {
      breaker.fails(till.branchId());
    }
  }

  private void take(Tills.Till till, Seen seen, List<Difference> found) {
    Observing.Whose whose =
        database.inRestaurant(
            till.restaurantId(),
            transaction -> observing.see(transaction, till.restaurantId(), till.branchId(), seen));
    switch (whose) {
      case UNKNOWN -> stranger(seen, DriftKind.MISSING_HERE, DriftAction.ASK_BRANCH, found);
      case TWICE -> stranger(seen, DriftKind.TWICE_THERE, DriftAction.VOID_AT_TILL, found);
      case OURS, FOREIGN -> {}
    }
  }

  private static void stranger(
      Seen seen, DriftKind kind, DriftAction action, List<Difference> found) {
    if (!seen.stage().isOver()) {
      found.add(new Difference(null, seen.reference(), kind, "missing", seen.raw(), action));
    }
  }

  /// A till that lists only changes does not say that an order is gone.
  private void lookAfter(Tills.Till till, Account account, Connector connector)
      throws InterruptedException {
    Instant unseen = clock.instant().minus(UNSEEN);
    List<Handed> open =
        database
            .inRestaurant(till.restaurantId(), transaction -> lately(transaction, till))
            .stream()
            .filter(Handed::isAliveThere)
            .filter(order -> order.seenAt() == null || order.seenAt().isBefore(unseen))
            .limit(FETCHED_AT_ONCE)
            .toList();
    for (Handed order : open) {
      look(till, account, connector, order);
    }
  }

  private void look(Tills.Till till, Account account, Connector connector, Handed order)
      throws InterruptedException {
    PosAnswer<Optional<Seen>> answer = connector.fetch(account, String.valueOf(order.reference()));
    if (answer instanceof PosAnswer.Done<Optional<Seen>>(Optional<Seen> seen)) {
      database.changeRestaurant(
          till.restaurantId(),
          transaction ->
              seen.ifPresentOrElse(
                  there -> observing.see(transaction, till.restaurantId(), till.branchId(), there),
                  () ->
                      store.missing(
                          transaction, till.restaurantId(), order.orderId(), clock.instant())));
    }
  }

  /// What was strange before and did not change since still is, unless it is over there by now.
  private void strangers(
      Tills.Till till, Account account, Connector connector, List<Difference> found)
      throws InterruptedException {
    List<PosDrift> open =
        database.inRestaurant(
            till.restaurantId(),
            transaction -> drifts.open(transaction, till.restaurantId(), Set.of(till.branchId())));
    for (PosDrift drift : open) {
      boolean isSeen =
          found.stream().anyMatch(one -> String.valueOf(drift.reference()).equals(one.reference()));
      if (drift.orderId() == null && !isSeen) {
        PosAnswer<Optional<Seen>> answer =
            connector.fetch(account, String.valueOf(drift.reference()));
        if (answer instanceof PosAnswer.Done<Optional<Seen>>(Optional<Seen> seen)) {
          seen.ifPresent(there -> take(till, there, found));
        } else {
          found.add(
              new Difference(
                  null,
                  drift.reference(),
                  drift.kind(),
                  drift.ours(),
                  drift.theirs(),
                  drift.action()));
        }
      }
    }
  }
}
