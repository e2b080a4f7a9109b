package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.List;
import java.util.Set;

/// Cuts a name on the menu into the words by which it is found; what only joins them is none.
final class NameWords {

  private static final Set<String> BRIDGES =
      Set.of("of", "with", "the", "a", "مع", "ب", "من", "و", "and", "حق");
  private static final Set<String> ANDS = Set.of("و", "and");

  private NameWords() {}

  static List<String> of(String name) {
    return Word.of(name).stream()
        .map(Word::text)
        .filter(word -> !isBridge(word))
        .map(NameWords::withoutArticle)
        .toList();
  }

  private static String withoutArticle(String word) {
    String bare = word.startsWith("ب") ? word.substring(1) : word;
    return bare.startsWith("ال") && bare.length() > 4 ? bare.substring(2) : word;
  }

  /// Whether a word joins the words of a name and may be left out of it.
  static boolean isBridge(String word) {
    return BRIDGES.contains(word);
  }

  static boolean isAnd(String word) {
    return ANDS.contains(word);
  }

  static boolean hasAnd(String name) {
    return Word.of(name).stream().map(Word::text).anyMatch(NameWords::isAnd);
  }
}
