package com.crmres.server.assistant.memory;

import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds what a customer orders again and again, as far as the menu still has it.
final class Habit {

  private static final int TWICE = 2;

  private final Map<UUID, MenuItem> items = new HashMap<>();

  Habit(Menu menu) {
    menu.items().forEach(item -> items.put(item.id(), item));
  }

  /// An order as far as the menu still has it; empty if it has none of it.
  Optional<PastOrder> still(RecallStore.Placed order) {
    List<PastOrder.Line> lines = new ArrayList<>();
    for (RecallStore.Placed.Line line : order.lines()) {
      MenuItem item = items.get(line.itemId());
      if (item != null) {
        lines.add(
            new PastOrder.Line(item.id(), line.sold().quantity(), options(item, line.optionIds())));
      }
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new PastOrder(order.id(), order.at(), lines));
  }

  private static List<UUID> options(MenuItem item, @Nullable List<UUID> ids) {
    return ids == null
        ? List.of()
        : ids.stream().filter(id -> item.option(id).isPresent()).toList();
  }

  /// The newest of those that were ordered most often since a moment, and at least twice.
  ///
  /// @param orders newest first
  @Nullable PastOrder usual(List<PastOrder> orders, Instant since) {
    Map<Map<Dish, Integer>, List<PastOrder>> alike = new LinkedHashMap<>();
    for (PastOrder order : orders) {
      if (order.at().isAfter(since)) {
        alike.computeIfAbsent(dishes(order), _ -> new ArrayList<>()).add(order);
      }
    }
    // Of equally frequent ones the first found, which is the one ordered last.
    return alike.values().stream()
        .filter(same -> same.size() >= TWICE)
        .sorted(Comparator.comparingInt((List<PastOrder> same) -> same.size()).reversed())
        .map(List::getFirst)
        .findFirst()
        .orElse(null);
  }

  /// A dish prepared in one way.
  private record Dish(UUID itemId, Set<UUID> optionIds) {
    Dish {
      optionIds = Set.copyOf(optionIds);
    }
  }

  private static Map<Dish, Integer> dishes(PastOrder order) {
    return order.lines().stream()
        .collect(
            Collectors.toMap(
                line -> new Dish(line.itemId(), Set.copyOf(line.optionIds())),
                PastOrder.Line::quantity,
                Integer::sum));
  }
}
