package com.crmres.server.pos;

import com.crmres.common.pos.PosKind;
import com.crmres.server.database.Database;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Takes what waits to the tills: several branches at once, a few steps of each, so that one slow
/// till keeps no other waiting.
public final class StepWorker {

  private static final Logger LOG = System.getLogger(StepWorker.class.getName());
  private static final int OF_ONE_BRANCH = 4;
  private static final int AT_ONCE = 32;

  private final Database database;
  private final Breaker breaker;
  private final Stepping stepping;
  private final Steps steps = new Steps();
  private final Semaphore hands = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  StepWorker(Database database, Breaker breaker, Stepping stepping) {
    this.database = database;
    this.breaker = breaker;
    this.stepping = stepping;
  }

  /// Which connector speaks to which kind of till.
  static Connector of(Map<PosKind, Connector> connectors, PosKind kind) {
    Connector connector = connectors.get(kind);
    if (connector == null) {
      throw new IllegalStateException("nobody speaks to tills of the kind " + kind);
    }
    return connector;
  }

  /// One round: begins what is due and does not wait for it.
  ///
  /// @return how many steps it began
  public int work() {
    List<Steps.Due> due = database.inSystem(steps::due);
    return due.stream().mapToInt(this::begin).sum();
  }

  private int begin(Steps.Due due) {
    int free = Math.min(OF_ONE_BRANCH - due.underWay(), hands.availablePermits());
    int most = breaker.admits(due.branchId(), free);
    if (most <= 0) {
      return 0;
    }
    List<Steps.Held> held =
        database.inSystem(transaction -> steps.hold(transaction, due.branchId(), most));
    held.forEach(this::start);
    return held.size();
  }

  private void start(Steps.Held held) {
    hands.acquireUninterruptibly();
    threads.execute(() -> {
      try {
        stepping.step(held);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        // The lease runs out, and the step is looked after before it is repeated.
        LOG.log(Level.WARNING, "a step at the till of " + held.branchId() + " broke off", e);
      } finally {
        hands.release();
      }
    });
  }
}
