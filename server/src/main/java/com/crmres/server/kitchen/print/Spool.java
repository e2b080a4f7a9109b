package com.crmres.server.kitchen.print;

import com.crmres.common.kitchen.PrinterDetails;
import com.crmres.common.live.LiveEvent;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Prints what waits, each printer's papers in their order, as often as it takes: a paper is marked
/// as being printed before it is sent, so a crash can only leave a doubt behind, and a doubtful
/// paper says so when it is printed again.
public final class Spool {

  private static final System.Logger LOG = System.getLogger(Spool.class.getName());
  private static final int MOST_AT_ONCE = 16;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Database database;
  private final Restaurants restaurants;
  private final EventLog events;
  private final AddressRules rules;
  private final Clock clock;
  private final Runnable settled;
  private final Ports ports = new Ports();
  private final TicketPicture picture = new TicketPicture();
  private final PrinterStore printers = new PrinterStore();
  private final SpoolStore store = new SpoolStore();
  private final Semaphore hands = new Semaphore(MOST_AT_ONCE);

  /// Makes the spool.
  ///
  /// @param settled told when a printer's next paper may have become due
  public Spool(
      Database database,
      Restaurants restaurants,
      EventLog events,
      AddressRules rules,
      Clock clock,
      Runnable settled) {
    this.database = database;
    this.restaurants = restaurants;
    this.events = events;
    this.rules = rules;
    this.clock = clock;
    this.settled = settled;
  }

  /// Prints what is due.
  ///
  /// @return whether there may be more at once
  public boolean print() throws InterruptedException {
    hands.acquire();
    int free = 1 + hands.drainPermits();
    List<SpoolStore.Held> held = List.of();
    try {
      held =
          database.inSystem(transaction -> {
            store.takeBack(transaction);
            return store.hold(transaction, free);
          });
    } finally {
      hands.release(free - held.size());
    }
    held.forEach(paper -> Thread.ofVirtual().name("print").start(() -> deliver(paper)));
    return false;
  }

  /// Forgets what was printed long ago.
  public void forgetOld() {
    database.changeSystem(store::forgetOld);
  }

  /// Waits until nothing is being printed any more, at most for `patience`.
  public void drain(Duration patience) throws InterruptedException {
    if (hands.tryAcquire(MOST_AT_ONCE, patience.toMillis(), TimeUnit.MILLISECONDS)) {
      hands.release(MOST_AT_ONCE);
    }
  }

  /// What is to be printed where.
  private record Job(Printer printer, Print print) {}

  private void deliver(SpoolStore.Held held) {
    try {
      Optional<Job> job =
          database.inRestaurant(held.restaurantId(), transaction -> job(transaction, held));
      if (job.isEmpty()) {
        database.changeRestaurant(
            held.restaurantId(), transaction -> store.dropped(transaction, held));
        return;
      }
      Outcome outcome = sent(job.get());
      database.changeRestaurant(
          held.restaurantId(), transaction -> settle(transaction, held, job.get(), outcome));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "paper " + held.id() + " is left in doubt", e);
    } finally {
      hands.release();
      settled.run();
    }
  }

  private Optional<Job> job(Transaction transaction, SpoolStore.Held held) {
    Optional<Printer> printer = printers.find(transaction, held.restaurantId(), held.printerId());
    return printer.map(found -> {
      SpoolStore.Content content = store.content(transaction, held);
      Branch branch =
          restaurants.branch(transaction, held.restaurantId(), found.branchId()).orElseThrow();
      return new Job(
          found,
          new Print(
              content.kind(),
              content.ticket(),
              content.copy(),
              held.doubtful(),
              found.language(),
              found.paper(),
              branch.zone(),
              clock.instant()));
    });
  }

  /// How a paper came out.
  private enum Outcome {
    PRINTED,
    UNREACHED,
    /// Nobody knows how much of it is on paper.
    IN_DOUBT
  }

  private Outcome sent(Job job) {
    PrinterAddress address = rules.read(job.printer().kind(), job.printer().address()).orElse(null);
    if (address == null) {
      LOG.log(Level.WARNING, "printer " + job.printer().id() + " may not be where it is");
      return Outcome.UNREACHED;
    }
    byte[] bytes = EscPosPaper.bytes(picture.draw(job.print()));
    try {
      ports.print(address, bytes);
      return Outcome.PRINTED;
    } catch (Unreached e) {
      LOG.log(Level.DEBUG, () -> "printer " + job.printer().id() + " cannot be reached", e);
      return Outcome.UNREACHED;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "printer " + job.printer().id() + " broke off", e);
      return Outcome.IN_DOUBT;
    }
  }

  private void settle(Transaction transaction, SpoolStore.Held held, Job job, Outcome outcome) {
    boolean ours =
        outcome == Outcome.PRINTED
            ? store.printed(transaction, held)
            : store.again(transaction, held, pause(held.attempt()), outcome == Outcome.IN_DOUBT);
    if (!ours) {
      return;
    }
    PrinterDetails.Status status =
        outcome == Outcome.PRINTED ? PrinterDetails.Status.ONLINE : PrinterDetails.Status.OFFLINE;
    if (printers.does(
        transaction, held.restaurantId(), job.printer().id(), status, clock.instant())) {
      tell(transaction, held, job.printer());
    }
  }

  private void tell(Transaction transaction, SpoolStore.Held held, Printer printer) {
    printers
        .find(transaction, held.restaurantId(), printer.id())
        .ifPresent(now ->
            events.append(
                transaction,
                held.restaurantId(),
                now.branchId(),
                new LiveEvent.PrinterChanged(
                    now.details(store.waiting(transaction, held.restaurantId(), now.id())))));
  }

  /// One second, then ever longer.
  static Duration pause(int attempts) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(attempts - 1, 10));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
