package com.crmres.server.ordering.cart;

import com.crmres.common.menu.PreModifier;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/// Options to take and to leave.
record OptionChange(List<UUID> take, List<UUID> leave) {

  /// What is then chosen of a group of which `taken` applied before.
  List<UUID> of(ModifierGroup group, List<ModifierOption> taken) {
    return new OptionChange(completed(group, taken), leave).chosen(group, taken);
  }

  private List<UUID> chosen(ModifierGroup group, List<ModifierOption> taken) {
    return group.choices().stream()
        .flatMap(option -> Collections.nCopies(times(option, group, taken), option.id()).stream())
        .toList();
  }

  /// Whoever is asked for the other half names an option and not which half it is.
  private List<UUID> completed(ModifierGroup group, List<ModifierOption> taken) {
    if (taken.size() != 1 || !Portions.isHalf(taken.getFirst())) {
      return take;
    }
    return take.stream().map(id -> otherHalf(group, taken.getFirst(), id)).toList();
  }

  private static UUID otherHalf(ModifierGroup group, ModifierOption half, UUID taken) {
    return group.options().stream()
        .filter(option -> option.id().equals(taken) && !taken.equals(half.plainId()))
        .flatMap(option -> option.forms().stream())
        .filter(form -> Portions.isHalf(form) && !isSameHalf(half, form))
        .map(ModifierOption::id)
        .findFirst()
        .orElse(taken);
  }

  /// Whether something of the group is to be taken.
  boolean isAbout(ModifierGroup group) {
    return group.choices().stream().anyMatch(option -> take.contains(option.id()));
  }

  private int times(ModifierOption option, ModifierGroup group, List<ModifierOption> taken) {
    if (isLeft(option)) {
      return 0;
    }
    int wanted = Collections.frequency(take, option.id());
    if (wanted > 0) {
      return wanted;
    }
    if (becomesLeftOut(option, taken)) {
      return 1;
    }
    return isReplaced(option, group)
        ? 0
        : Math.toIntExact(taken.stream().filter(other -> other.id().equals(option.id())).count());
  }

  /// Whoever leaves the cheese leaves the extra cheese, too; that there is none stays so.
  private boolean isLeft(ModifierOption option) {
    return leave.contains(option.id())
        || (!option.is(PreModifier.NO) && leave.contains(option.plainId()));
  }

  /// What comes with the dish is left out so that the kitchen reads it, where the menu allows.
  private boolean becomesLeftOut(ModifierOption option, List<ModifierOption> taken) {
    return option.is(PreModifier.NO)
        && option.standard()
        && leave.contains(option.plainId())
        && taken.stream().anyMatch(other -> other.plainId().equals(option.plainId()));
  }

  /// Another way of the same option replaces the one before; in a group of which only one may be
  /// taken, so does any other option, and a half only what was on that half.
  private boolean isReplaced(ModifierOption option, ModifierGroup group) {
    List<ModifierOption> coming =
        group.choices().stream().filter(other -> take.contains(other.id())).toList();
    boolean same = coming.stream().anyMatch(other -> other.plainId().equals(option.plainId()));
    boolean only =
        group.max() == 1 && coming.stream().anyMatch(other -> standsInPlaceOf(option, other));
    return same || only;
  }

  private static boolean standsInPlaceOf(ModifierOption before, ModifierOption coming) {
    return !coming.is(PreModifier.NO)
        && (!Portions.isHalf(before) || !Portions.isHalf(coming) || isSameHalf(before, coming));
  }

  private static boolean isSameHalf(ModifierOption before, ModifierOption coming) {
    return before.is(PreModifier.HALF_LEFT) == coming.is(PreModifier.HALF_LEFT);
  }
}
