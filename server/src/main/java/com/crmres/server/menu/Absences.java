package com.crmres.server.menu;

import com.crmres.common.menu.AbsenceReason;
import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.MenuBook;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says why something cannot be had in a branch at a moment, and until when; the first reason
/// counts.
final class Absences {

  private final BranchState branch;
  private final Instant moment;
  private final Set<UUID> partsNow;
  private final Map<UUID, Instant> nextBegins;

  /// Absences at a moment.
  ///
  /// @param partsNow the parts of the day that it is now
  /// @param nextBegins when parts of the day begin next
  Absences(BranchState branch, Instant moment, Set<UUID> partsNow, Map<UUID, Instant> nextBegins) {
    this.branch = branch;
    this.moment = moment;
    this.partsNow = partsNow;
    this.nextBegins = nextBegins;
  }

  boolean isHidden(UUID id) {
    return gone(id).stream().anyMatch(BranchState.Gone::hidden);
  }

  Optional<Absence> ofItem(MenuBook.Category category, BookItem item) {
    return atAnotherTime(category.dayPartId())
        .or(() -> atAnotherTime(item.dayPartId()))
        .or(() -> soldOut(category.id(), AbsenceReason.CATEGORY))
        .or(() -> soldOut(item.id(), AbsenceReason.ITEM))
        .or(() -> usedUp(item.id()))
        .or(() -> without(item.ingredientIds()));
  }

  Optional<Absence> ofOption(BookGroup.Option option) {
    return soldOut(option.id(), AbsenceReason.OPTION)
        .or(() -> usedUp(option.id()))
        .or(() -> without(option.ingredientIds()));
  }

  /// What needs a choice cannot be had while too little of the choice is left; a choice of one way
  /// only is looked at when that way is taken.
  Optional<Absence> ofChoices(List<ModifierGroup> groups) {
    return groups.stream().filter(Absences::isExhausted).findFirst().map(Absences::ofGroup);
  }

  private static boolean isExhausted(ModifierGroup group) {
    return group.min() > 0
        && group.isOffered(null)
        && group.options().stream().noneMatch(ModifierOption::available);
  }

  /// It can be had again as soon as one of the options can.
  private static Absence ofGroup(ModifierGroup group) {
    Instant until =
        group.options().stream()
            .map(ModifierOption::absence)
            .filter(Objects::nonNull)
            .map(Absence::until)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Absence(AbsenceReason.OPTION, until);
  }

  private Optional<Absence> atAnotherTime(@Nullable UUID dayPartId) {
    return dayPartId == null || partsNow.contains(dayPartId)
        ? Optional.empty()
        : Optional.of(new Absence(AbsenceReason.DAY_PART, nextBegins.get(dayPartId)));
  }

  private Optional<Absence> soldOut(UUID id, AbsenceReason why) {
    List<BranchState.Gone> gone = gone(id);
    return gone.isEmpty() ? Optional.empty() : Optional.of(new Absence(why, until(gone)));
  }

  private List<BranchState.Gone> gone(UUID id) {
    return branch.absences().getOrDefault(id, List.of()).stream()
        .filter(gone -> gone.holdsAt(moment))
        .toList();
  }

  /// It is back when the last one of them says so.
  private static @Nullable Instant until(List<BranchState.Gone> gone) {
    return gone.stream().anyMatch(one -> one.until() == null)
        ? null
        : gone.stream()
            .flatMap(one -> Stream.ofNullable(one.until()))
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  private Optional<Absence> usedUp(UUID id) {
    return branch.usedUp().contains(id)
        ? Optional.of(new Absence(AbsenceReason.STOCK, null))
        : Optional.empty();
  }

  private Optional<Absence> without(List<UUID> ingredientIds) {
    return ingredientIds.stream()
        .flatMap(id -> soldOut(id, AbsenceReason.INGREDIENT).stream())
        .findFirst();
  }
}
