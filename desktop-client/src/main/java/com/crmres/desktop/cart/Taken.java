package com.crmres.desktop.cart;

import com.crmres.common.menu.MenuDetails.Group;
import com.crmres.common.menu.MenuDetails.Option;
import com.crmres.common.menu.MenuDetails.Way;
import com.crmres.common.menu.PreModifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What was taken of one group, counted as the server counts it: what is left out counts nothing,
/// each half of a dish is counted by itself, and a way of something standard leaves the rest of the
/// standard.
///
/// @param chosen how often each option, or way of one, was chosen
record Taken(Group group, Map<UUID, Integer> chosen) {

  /// How often an option applies as it is: chosen, or standard where nothing stands in its place.
  int plain(Option option) {
    int said = chosen.getOrDefault(option.id(), 0);
    return said == 0 && option.standard() && !replaces() && way(option).isEmpty() ? 1 : said;
  }

  /// The way in which an option is wanted, where it is not as it is.
  Optional<Way> way(Option option) {
    return option.ways().stream().filter(way -> chosen.containsKey(way.id())).findFirst();
  }

  /// Whether an option is on the dish, however.
  boolean isThere(Option option) {
    return plain(option) > 0 || way(option).filter(way -> !isLeftOut(way)).isPresent();
  }

  /// Whether what was chosen stands in the place of the standard.
  private boolean replaces() {
    return group.options().stream()
        .anyMatch(option ->
            chosen.containsKey(option.id())
                || way(option).filter(way -> !option.standard() && !isLeftOut(way)).isPresent());
  }

  private static boolean isLeftOut(Way way) {
    return way.preModifier() == PreModifier.NO;
  }

  /// All that applies, said in full.
  Map<UUID, Integer> said() {
    Map<UUID, Integer> said = new LinkedHashMap<>();
    for (Option option : group.options()) {
      if (plain(option) > 0) {
        said.put(option.id(), plain(option));
      }
      way(option).ifPresent(way -> said.put(way.id(), 1));
    }
    return said;
  }

  Optional<DishModel.Fault> fault() {
    int left = on(PreModifier.HALF_LEFT);
    int right = on(PreModifier.HALF_RIGHT);
    int different = (int) group.options().stream().filter(this::isThere).count();
    if (Math.max(left, right) > group.max() || isTooMuch(different)) {
      return Optional.of(DishModel.Fault.TOO_MANY);
    }
    return Math.min(left, right) < group.min() || different < group.ruled().minDistinct()
        ? Optional.of(DishModel.Fault.LACKING)
        : Optional.empty();
  }

  private boolean isTooMuch(int different) {
    int most = group.ruled().maxPerOption();
    int kinds = group.ruled().maxDistinct();
    List<Option> options = group.options();
    return (kinds > 0 && different > kinds)
        || (most > 0 && options.stream().anyMatch(option -> plain(option) > most));
  }

  /// How many are on one half of the dish.
  private int on(PreModifier half) {
    return group.options().stream()
        .mapToInt(option ->
            plain(option) + (way(option).filter(way -> is(way, half)).isPresent() ? 1 : 0))
        .sum();
  }

  private static boolean is(Way way, PreModifier half) {
    return !isLeftOut(way) && (!way.preModifier().isHalf() || way.preModifier() == half);
  }
}
