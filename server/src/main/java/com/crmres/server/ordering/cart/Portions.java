package com.crmres.server.ordering.cart;

import com.crmres.common.menu.PreModifier;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/// What was taken of one group, counted as the group counts it: what is left out counts nothing,
/// and each half of a dish is counted by itself, so that two halves are a whole.
///
/// @param taken what is taken twice stands there twice
record Portions(List<ModifierOption> taken) {

  /// What applies of a group where this was chosen of it: "no onion" and "extra cheese" change what
  /// is standard and leave the rest of it; anything else stands in its place.
  static List<ModifierOption> applying(ModifierGroup group, List<ModifierOption> chosen) {
    boolean replaces =
        chosen.stream()
            .anyMatch(option ->
                option.form() == null || !(option.standard() || option.is(PreModifier.NO)));
    if (replaces) {
      return chosen;
    }
    return group.choices().stream()
        .filter(option ->
            chosen.contains(option) || (isStandard(option) && !isNamed(chosen, option.plainId())))
        .toList();
  }

  /// What of a choice has to be said: the standard goes without saying.
  static List<ModifierOption> telling(ModifierGroup group, List<ModifierOption> chosen) {
    if (chosen.equals(standard(group))) {
      return List.of();
    }
    List<ModifierOption> rest = chosen.stream().filter(option -> !isStandard(option)).toList();
    return !rest.isEmpty() && applying(group, rest).equals(applying(group, chosen)) ? rest : chosen;
  }

  static List<ModifierOption> standard(ModifierGroup group) {
    return group.options().stream().filter(ModifierOption::standard).toList();
  }

  boolean areTooManyFor(ModifierGroup group) {
    int most = group.rules().maxPerOption();
    int different = group.rules().maxDistinct();
    return on(PreModifier.HALF_LEFT) > group.max()
        || on(PreModifier.HALF_RIGHT) > group.max()
        || (different > 0 && distinct() > different)
        || (most > 0 && taken.stream().anyMatch(option -> count(option) > most))
        || taken.stream().anyMatch(this::isContradicted);
  }

  boolean areTooFewFor(ModifierGroup group) {
    return on(PreModifier.HALF_LEFT) < group.min()
        || on(PreModifier.HALF_RIGHT) < group.min()
        || distinct() < group.rules().minDistinct();
  }

  /// How many are on one half of the dish.
  private long on(PreModifier half) {
    return count(option -> isThere(option) && (!isHalf(option) || option.is(half)));
  }

  private long distinct() {
    return taken.stream().filter(Portions::isThere).map(ModifierOption::plainId).distinct().count();
  }

  private long count(ModifierOption option) {
    return count(other -> other.plainId().equals(option.plainId()));
  }

  /// Whether it is wanted in a second way besides.
  private boolean isContradicted(ModifierOption option) {
    return option.form() != null && count(option) > 1;
  }

  private long count(Predicate<ModifierOption> wanted) {
    return taken.stream().filter(wanted).count();
  }

  private static boolean isThere(ModifierOption option) {
    return !option.is(PreModifier.NO);
  }

  static boolean isHalf(ModifierOption option) {
    ModifierOption.Form form = option.form();
    return form != null && form.kind().isHalf();
  }

  private static boolean isStandard(ModifierOption option) {
    return option.standard() && option.form() == null;
  }

  private static boolean isNamed(List<ModifierOption> options, UUID plainId) {
    return options.stream().anyMatch(option -> option.plainId().equals(plainId));
  }
}
