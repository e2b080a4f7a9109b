package com.crmres.simulator.demo;

import com.crmres.simulator.customers.Crowd;
import com.crmres.simulator.customers.Dialect;
import com.crmres.simulator.customers.Errand;
import com.crmres.simulator.customers.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The customers of a short evening, several at once, and those who drop in later.
final class Evening {

  private static final List<Caller> CAST =
      List.of(
          new Caller(Dialect.SAUDI, Errand.ORDER),
          new Caller(Dialect.SAUDI, Errand.HOURS),
          new Caller(Dialect.EGYPTIAN, Errand.ORDER),
          new Caller(Dialect.SAUDI, Errand.CHANGED_ORDER),
          new Caller(Dialect.SAUDI, Errand.COMPLAINT),
          new Caller(Dialect.SAUDI, Errand.ORDER_BY_TAPPING),
          new Caller(Dialect.ENGLISH, Errand.ORDER),
          new Caller(Dialect.SAUDI, Errand.HUMAN),
          new Caller(Dialect.LEVANTINE, Errand.ORDER),
          new Caller(Dialect.ARABIZI, Errand.ORDER),
          new Caller(Dialect.SAUDI, Errand.ORDER));
  private static final Duration BETWEEN = Duration.ofMillis(2500);
  private static final Duration TRICKLE = Duration.ofSeconds(9);

  private final Crowd crowd;

  Evening(Crowd crowd) {
    this.crowd = crowd;
  }

  /// Lets the whole cast come and waits until everybody has gone.
  List<Visit> play() throws InterruptedException {
    List<Future<Visit>> visits = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int index = 0; index < CAST.size(); index++) {
        int place = index;
        Caller caller = CAST.get(index);
        visits.add(threads.submit(() -> crowd.visitOf(place, caller.dialect(), caller.errand())));
        Thread.sleep(BETWEEN);
      }
    }
    List<Visit> done = new ArrayList<>();
    for (Future<Visit> visit : visits) {
      try {
        done.add(visit.get());
      } catch (ExecutionException broken) {
        throw new IllegalStateException("a customer's visit broke off", broken.getCause());
      }
    }
    return done;
  }

  /// One customer after another, slowly, until the thread is interrupted.
  void trickle(int from) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        for (int index = from; ; index++) {
          int place = index;
          var visit = threads.submit(() -> crowd.visitOf(place));
          Thread.sleep(TRICKLE);
          if (visit.state() == Future.State.FAILED) {
            throw new IllegalStateException("a customer's visit broke off", visit.exceptionNow());
          }
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  static int castSize() {
    return CAST.size();
  }

  /// How somebody of the cast writes and what he wants.
  private record Caller(Dialect dialect, Errand errand) {}
}
