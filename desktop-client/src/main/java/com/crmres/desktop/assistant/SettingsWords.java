package com.crmres.desktop.assistant;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.Intent;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Words settings, and what changed in them, for people.
final class SettingsWords {

  private final Texts texts;
  private final SettingsModel model;

  SettingsWords(Texts texts, SettingsModel model) {
    this.texts = texts;
    this.model = model;
  }

  String of(SettingsChange change) {
    return switch (change) {
      case SettingsChange.Manner manner ->
          line(
              texts.of("assistant.page.MANNER"),
              texts.of("assistant.personality", manner.before()),
              texts.of("assistant.personality", manner.after()));
      case SettingsChange.Undo undo ->
          line(
              texts.of("assistant.undo"),
              Integer.toString(undo.before()),
              Integer.toString(undo.after()));
      case SettingsChange.Money money ->
          line(texts.of("assistant.money"), dollars(money.before()), dollars(money.after()));
      case SettingsChange.Mode mode ->
          line(
              branch(mode.branchId()) + " · " + matter(mode.intent()),
              mode(mode.before()),
              mode(mode.after()));
    };
  }

  private String line(String what, String before, String after) {
    return texts.of("assistant.change", what, before, after);
  }

  static String dollars(int cents) {
    return DisplayText.leftToRight(
        String.format(Locale.ROOT, "%d.%02d USD", cents / 100, cents % 100));
  }

  String mode(@Nullable AssistantMode mode) {
    return mode == null ? texts.of("assistant.asAbove") : texts.of("assistant.mode", mode);
  }

  String matter(@Nullable Intent intent) {
    return intent == null ? texts.of("assistant.everything") : texts.of("assistant.intent", intent);
  }

  String branch(@Nullable UUID branchId) {
    if (branchId == null) {
      return texts.of("assistant.everyBranch");
    }
    return model.branches().stream()
        .filter(branch -> branch.id().equals(branchId))
        .map(branch -> texts.name(branch.name()))
        .findFirst()
        .orElse(texts.of("assistant.otherBranch"));
  }
}
