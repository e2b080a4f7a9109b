package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Knows of which dishes a number is the size: "12 wings", where wings come by six or twelve.
final class EnglishPieceSizes {

  /// Fewer are rather so many portions.
  private static final int LEAST = 3;

  private final EnglishChoices choices;

  EnglishPieceSizes(EnglishChoices choices) {
    this.choices = choices;
  }

  /// The key of the size that is so many pieces of one of these; null if there is none.
  @Nullable String of(List<MenuItem> items, int count) {
    if (items.isEmpty() || count < LEAST) {
      return null;
    }
    for (String key : List.of(count + "piece", Integer.toString(count))) {
      EnglishOptions.Choice choice = choices.choice(items, key);
      if (choice != null && isSize(choice.group())) {
        return key;
      }
    }
    return null;
  }

  private static boolean isSize(ModifierGroup group) {
    return group.kind() == ModifierGroup.Kind.SIZE || group.kind() == ModifierGroup.Kind.CHOICE;
  }
}
