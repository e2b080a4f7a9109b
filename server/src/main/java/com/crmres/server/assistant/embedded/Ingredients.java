package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.ModifierGroup;
import java.util.HashSet;
import java.util.Set;

/// The words for what may be left out of a menu's dishes, gathered once for all turns.
final class Ingredients {

  private static final int SHORTEST = 3;

  private final Set<String> words = new HashSet<>();

  Ingredients(Menu menu) {
    menu.items()
        .flatMap(item -> item.groups().stream())
        .filter(group -> group.kind() == ModifierGroup.Kind.REMOVE)
        .flatMap(group -> group.options().stream())
        .map(option -> option.name().ar() + " " + option.name().en())
        .distinct()
        .flatMap(name -> Word.of(name).stream())
        .map(Word::text)
        .filter(word -> word.length() >= SHORTEST)
        .forEach(this::add);
  }

  private void add(String word) {
    words.add(word);
    words.add("ال" + word);
  }

  /// Whether this is one of the words, with the article or without.
  boolean contains(String word) {
    return words.contains(word);
  }
}
