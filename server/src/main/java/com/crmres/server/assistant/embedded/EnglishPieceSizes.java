package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Knows of which dishes a number is the size: "12 wings", where wings come by six or twelve.
final class EnglishPieceSizes {

  /// Fewer are rather so many portions.
  private static final int LEAST = 3;

  private static final Set<String> BOXES =
      Set.of("box", "piece", "pack", "bucket", "tray", "plate", "dozen", "set", "nugget", "wing");

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
    return items.size() == 1 ? ofBox(items.getFirst(), Integer.toString(count)) : null;
  }

  /// "6 cupcakes", which come by the box of 6.
  private static @Nullable String ofBox(MenuItem item, String count) {
    for (ModifierGroup group : item.groups()) {
      for (ModifierOption option : isSize(group) ? group.options() : List.<ModifierOption>of()) {
        List<String> words = EnglishWords.ofName(option.name().en());
        boolean box = words.stream().allMatch(word -> word.equals(count) || BOXES.contains(word));
        if (box && words.contains(count)) {
          return String.join("", words);
        }
      }
    }
    return null;
  }

  private static boolean isSize(ModifierGroup group) {
    return group.kind() == ModifierGroup.Kind.SIZE || group.kind() == ModifierGroup.Kind.CHOICE;
  }
}
