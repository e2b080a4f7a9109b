package com.crmres.desktop.assistant;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.ModeRule;
import com.crmres.common.restaurant.Personality;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What differs between two versions of the settings.
sealed interface SettingsChange {

  record Manner(Personality before, Personality after) implements SettingsChange {}

  record Undo(int before, int after) implements SettingsChange {}

  record Money(int before, int after) implements SettingsChange {}

  /// A rule that was made, changed or taken away; null stands for none.
  record Mode(
      @Nullable UUID branchId,
      @Nullable Intent intent,
      @Nullable AssistantMode before,
      @Nullable AssistantMode after)
      implements SettingsChange {}

  static List<SettingsChange> between(AssistantSettings before, AssistantSettings after) {
    List<SettingsChange> all = new ArrayList<>();
    if (before.personality() != after.personality()) {
      all.add(new Manner(before.personality(), after.personality()));
    }
    if (before.undoSeconds() != after.undoSeconds()) {
      all.add(new Undo(before.undoSeconds(), after.undoSeconds()));
    }
    if (before.centsPerDay() != after.centsPerDay()) {
      all.add(new Money(before.centsPerDay(), after.centsPerDay()));
    }
    all.addAll(modes(before, after));
    return all;
  }

  private static List<SettingsChange> modes(AssistantSettings before, AssistantSettings after) {
    return Stream.concat(before.modes().stream(), after.modes().stream())
        .map(rule -> new Place(rule.branchId(), rule.intent()))
        .distinct()
        .map(place -> place.change(before.modes(), after.modes()))
        .filter(change -> change.before() != change.after())
        .map(SettingsChange.class::cast)
        .toList();
  }

  /// What a rule is about.
  record Place(@Nullable UUID branchId, @Nullable Intent intent) {

    boolean isOf(ModeRule rule) {
      return Objects.equals(rule.branchId(), branchId) && rule.intent() == intent;
    }

    @Nullable AssistantMode in(List<ModeRule> rules) {
      return rules.stream().filter(this::isOf).map(ModeRule::mode).findFirst().orElse(null);
    }

    private Mode change(List<ModeRule> before, List<ModeRule> after) {
      return new Mode(branchId, intent, in(before), in(after));
    }
  }
}
