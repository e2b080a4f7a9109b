package com.crmres.server.assistant.memory;

import com.crmres.server.assistant.Past.PastOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what a customer orders again and again. Pure.
///
/// What was ordered alike at least twice is his usual order. Who varies has a dish that he comes
/// for: where one stands in at least half of his ten newest orders, and in three at least, it is
/// what he orders with it most often.
final class Habit {

  private static final int TWICE = 2;
  private static final int NEWEST = 10;
  private static final int LEAST_WITH_DISH = 3;

  private Habit() {}

  /// One of the orders placed since a moment; of what is equally frequent, what was ordered last.
  ///
  /// @param orders newest first
  static Optional<PastOrder> of(List<PastOrder> orders, Instant since) {
    List<PastOrder> recent = orders.stream().filter(order -> order.at().isAfter(since)).toList();
    return most(recent, order -> Stream.of(prepared(order)))
        .filter(alike -> alike.size() >= TWICE)
        .or(() -> aroundOneDish(recent.stream().limit(NEWEST).toList()))
        .map(List::getFirst);
  }

  private static Optional<List<PastOrder>> aroundOneDish(List<PastOrder> newest) {
    return most(newest, order -> dishes(order).stream())
        .filter(with -> with.size() >= LEAST_WITH_DISH && 2 * with.size() >= newest.size())
        .flatMap(with -> most(with, order -> Stream.of(dishes(order))));
  }

  /// The most orders that have one thing in common, newest first.
  private static <K> Optional<List<PastOrder>> most(
      List<PastOrder> orders, Function<PastOrder, Stream<K>> things) {
    Map<K, List<PastOrder>> having = new LinkedHashMap<>();
    for (PastOrder order : orders) {
      things
          .apply(order)
          .forEach(thing -> having.computeIfAbsent(thing, _ -> new ArrayList<>()).add(order));
    }
    return having.values().stream()
        .sorted(Comparator.comparingInt((List<PastOrder> same) -> same.size()).reversed())
        .findFirst();
  }

  /// A dish prepared in one way.
  private record Dish(UUID itemId, Set<UUID> optionIds) {
    Dish {
      optionIds = Set.copyOf(optionIds);
    }
  }

  private static Map<Dish, Integer> prepared(PastOrder order) {
    return order.lines().stream()
        .collect(
            Collectors.toMap(
                line -> new Dish(line.itemId(), Set.copyOf(line.optionIds())),
                PastOrder.Line::quantity,
                Integer::sum));
  }

  private static Set<UUID> dishes(PastOrder order) {
    return order.lines().stream().map(PastOrder.Line::itemId).collect(Collectors.toSet());
  }
}
