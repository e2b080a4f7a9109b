package com.crmres.server.ordering.history;

import com.crmres.common.ordering.CustomerFigures.Choice;
import com.crmres.common.ordering.CustomerFigures.Favourite;
import com.crmres.common.restaurant.LocalizedText;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Finds what somebody likes among what he ordered. Pure.
final class Favourites {

  private static final int DISHES = 5;
  private static final int CHOICES = 3;

  private Favourites() {}

  /// The dishes that stand in most of the orders, of equal ones those of which there are more
  /// pieces, then those ordered last.
  ///
  /// @param orders newest first
  static List<Favourite> of(List<List<SoldLine>> orders) {
    Map<UUID, Dish> dishes = new LinkedHashMap<>();
    for (List<SoldLine> order : orders) {
      Set<Object> counted = new HashSet<>();
      for (SoldLine line : order) {
        dishes
            .computeIfAbsent(line.itemId(), id -> new Dish(id, line.sold().name()))
            .count(line, counted);
      }
    }
    return dishes.values().stream()
        .sorted(
            Comparator.comparingInt((Dish dish) -> dish.orders)
                .thenComparingInt(dish -> dish.pieces)
                .reversed())
        .limit(DISHES)
        .map(Dish::favourite)
        .toList();
  }

  /// One dish being counted.
  private static final class Dish {
    private final UUID id;
    private final LocalizedText name;
    private final Map<LocalizedText, Integer> choices = new LinkedHashMap<>();
    private int orders;
    private int pieces;

    Dish(UUID id, LocalizedText name) {
      this.id = id;
      this.name = name;
    }

    /// @param counted what of this order was counted already: it counts once, in however many lines
    ///   it stands
    void count(SoldLine line, Set<Object> counted) {
      pieces += line.sold().quantity();
      if (counted.add(id)) {
        orders++;
      }
      Stream.concat(Stream.ofNullable(line.sold().size()), line.sold().modifiers().stream())
          .filter(choice -> counted.add(List.of(id, choice)))
          .forEach(choice -> choices.merge(choice, 1, Integer::sum));
    }

    Favourite favourite() {
      List<Choice> most =
          choices.entrySet().stream()
              .map(entry -> new Choice(entry.getKey(), entry.getValue()))
              .sorted(Comparator.comparingInt(Choice::orders).reversed())
              .limit(CHOICES)
              .toList();
      return new Favourite(id, name, orders, pieces, most);
    }
  }
}
