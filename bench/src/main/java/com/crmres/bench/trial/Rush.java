package com.crmres.bench.trial;

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
import java.util.function.BooleanSupplier;

/// Customers who come one after the other, most to order, some to ask.
final class Rush {

  private static final Duration BETWEEN = Duration.ofMillis(900);
  private static final List<Errand> ERRANDS =
      List.of(Errand.ORDER, Errand.ORDER, Errand.HOURS, Errand.ORDER, Errand.WHERE_IS_MY_ORDER);
  private static final List<Dialect> DIALECTS =
      List.of(Dialect.SAUDI, Dialect.ENGLISH, Dialect.SAUDI);

  private final Crowd crowd;
  private final int least;
  private final List<Visit> visits = new ArrayList<>();

  Rush(Crowd crowd, int least) {
    this.crowd = crowd;
    this.least = least;
  }

  /// Lets customers come until `enough`, and waits until the last one has gone.
  void untilAtLeast(BooleanSupplier enough) throws InterruptedException, ExecutionException {
    List<Future<Visit>> coming = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int index = 0; index < least || !enough.getAsBoolean(); index++) {
        int number = index;
        coming.add(threads.submit(() -> visit(number)));
        Thread.sleep(BETWEEN);
      }
    }
    for (Future<Visit> visit : coming) {
      visits.add(visit.get());
    }
  }

  /// How the visits went; to be asked when the last customer has gone.
  List<Visit> visits() {
    return List.copyOf(visits);
  }

  private Visit visit(int index) throws InterruptedException {
    return crowd.visitOf(
        index, DIALECTS.get(index % DIALECTS.size()), ERRANDS.get(index % ERRANDS.size()));
  }
}
