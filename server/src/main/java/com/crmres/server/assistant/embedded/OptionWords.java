package com.crmres.server.assistant.embedded;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Remembers which words were said for which words of options' names, for all items of a menu: many
/// have the same options.
final class OptionWords {

  private static final int MOST_REMEMBERED = 20_000;

  private final Map<Pair, Boolean> remembered = new ConcurrentHashMap<>();

  /// A word of a name and a word said.
  ///
  /// @param joined whether an "and" may be written together with the word said
  /// @param alone whether the name has no other word
  record Pair(String name, String said, boolean joined, boolean alone) {}

  /// Whether one word is said for the other, compared only where they have not met before.
  boolean alike(Pair pair, Predicate<Pair> compared) {
    Boolean known = remembered.get(pair);
    if (known == null) {
      known = compared.test(pair);
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      remembered.put(pair, known);
    }
    return known;
  }
}
