package com.crmres.bench.desktop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How long something took, again and again; milliseconds.
record Spread(int count, double median, double p95, double p99, double worst) {

  static Spread of(List<Double> millis) {
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return new Spread(
        sorted.size(),
        percentile(sorted, 50),
        percentile(sorted, 95),
        percentile(sorted, 99),
        percentile(sorted, 100));
  }

  private static double percentile(List<Double> sorted, int percent) {
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    return sorted.get(Math.max(0, Math.ceilDiv(sorted.size() * percent, 100) - 1));
  }
}
