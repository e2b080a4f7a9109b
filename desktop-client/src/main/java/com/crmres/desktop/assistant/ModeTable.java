package com.crmres.desktop.assistant;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.ModeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the assistant may go in each branch and matter, by the rules and by what they leave
/// open.
record ModeTable(List<ModeRule> rules) {

  /// What the server does where no rule holds.
  private static final AssistantMode OTHERWISE = AssistantMode.AUTOMATIC;

  ModeTable {
    rules = List.copyOf(rules);
  }

  /// The rule for exactly this; null where it follows the others.
  @Nullable AssistantMode rule(@Nullable UUID branchId, @Nullable Intent intent) {
    return new SettingsChange.Place(branchId, intent).in(rules);
  }

  /// What holds where this has no rule of its own: the branch's, then the matter's, then the
  /// general one.
  AssistantMode inherited(@Nullable UUID branchId, @Nullable Intent intent) {
    AssistantMode ofBranch = branchId == null || intent == null ? null : rule(branchId, null);
    if (ofBranch != null) {
      return ofBranch;
    }
    AssistantMode ofMatter = branchId == null || intent == null ? null : rule(null, intent);
    if (ofMatter != null) {
      return ofMatter;
    }
    AssistantMode general = branchId == null && intent == null ? null : rule(null, null);
    return general == null ? OTHERWISE : general;
  }

  ModeTable with(@Nullable UUID branchId, @Nullable Intent intent, @Nullable AssistantMode mode) {
    var place = new SettingsChange.Place(branchId, intent);
    List<ModeRule> changed = new ArrayList<>(rules);
    changed.removeIf(place::isOf);
    if (mode != null) {
      changed.add(new ModeRule(branchId, intent, mode));
    }
    return new ModeTable(changed);
  }
}
