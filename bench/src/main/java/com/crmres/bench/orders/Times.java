package com.crmres.bench.orders;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long something took, again and again.
final class Times {

  private final List<Double> millis = new ArrayList<>();

  /// What somebody does who may fail.
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  void measure(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    millis.add((System.nanoTime() - start) / 1e6);
  }

  /// What so many percent of them do not exceed.
  double percentile(int percent) {
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    int index = Math.ceilDiv(sorted.size() * percent, 100) - 1;
    return sorted.get(Math.max(0, index));
  }

  Figures.Spread spread() {
    return new Figures.Spread(percentile(50), percentile(95), percentile(99), percentile(100));
  }
}
