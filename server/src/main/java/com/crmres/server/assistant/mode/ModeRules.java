package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.ModeRule;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of a house about how far its assistant may go.
record ModeRules(List<ModeRule> rules) {

  private static final int BRANCH = 2;
  private static final int INTENT = 1;

  ModeRules {
    rules = List.copyOf(rules);
  }

  /// The mode by the most exact rule that holds; automatic where none does.
  ///
  /// @param branchId null as long as the conversation belongs to no branch
  /// @param intent null before anybody has read what the customer wants
  AssistantMode mode(@Nullable UUID branchId, @Nullable Intent intent) {
    return rules.stream()
        .filter(rule -> rule.branchId() == null || rule.branchId().equals(branchId))
        .filter(rule -> rule.intent() == null || rule.intent() == intent)
        .max(Comparator.comparingInt(ModeRules::exactness))
        .map(ModeRule::mode)
        .orElse(AssistantMode.AUTOMATIC);
  }

  private static int exactness(ModeRule rule) {
    return (rule.branchId() == null ? 0 : BRANCH) + (rule.intent() == null ? 0 : INTENT);
  }
}
