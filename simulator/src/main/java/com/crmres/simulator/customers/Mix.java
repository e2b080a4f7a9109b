package com.crmres.simulator.customers;

import java.util.LinkedHashMap;
import java.util.Map;

/// How many of a hundred customers are of which kind.
public record Mix<K>(Map<K, Integer> shares) {

  /// A Riyadh evening.
  public static final Mix<Dialect> RIYADH =
      new Mix<>(
          Map.of(
              Dialect.SAUDI, 60,
              Dialect.EGYPTIAN, 12,
              Dialect.LEVANTINE, 8,
              Dialect.ARABIZI, 8,
              Dialect.ENGLISH, 12));

  public static final Mix<Errand> EVENING =
      new Mix<>(
          Map.of(
              Errand.ORDER, 50,
              Errand.CHANGED_ORDER, 10,
              Errand.ORDER_BY_TAPPING, 10,
              Errand.HOURS, 12,
              Errand.COMPLAINT, 7,
              Errand.WHERE_IS_MY_ORDER, 7,
              Errand.HUMAN, 4));

  public Mix {
    shares = new LinkedHashMap<>(shares);
  }

  /// Picks by a roll from 0 to 1; the kinds stand in the order of their names.
  K pick(double roll) {
    int total = shares.values().stream().mapToInt(Integer::intValue).sum();
    var ordered =
        shares.entrySet().stream()
            .sorted((a, b) -> a.getKey().toString().compareTo(b.getKey().toString()))
            .toList();
    double left = roll * total;
    for (var share : ordered) {
      left -= share.getValue();
      if (left < 0) {
        return share.getKey();
      }
    }
    return ordered.getLast().getKey();
  }
}
