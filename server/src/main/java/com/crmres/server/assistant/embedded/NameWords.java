package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Cuts a name on the menu into the words by which it is found; what only joins them is none.
final class NameWords {

  private static final Set<String> BRIDGES =
      Set.of("of", "with", "the", "a", "مع", "ب", "من", "و", "and", "حق", "علي", "ع");

  /// Bridges that stand in a name only where the menu writes one.
  private static final Set<String> LINKS = Set.of("و", "and", "علي", "ع");

  private NameWords() {}

  static List<String> of(String name) {
    List<String> words = Word.of(name).stream().map(Word::text).toList();
    // At the end it is no "on" but a name: "أم علي".
    return IntStream.range(0, words.size())
        .filter(i -> i == words.size() - 1 || !isBridge(words.get(i)))
        .mapToObj(words::get)
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

  /// Whether it is an "and" or an "on".
  static boolean isLink(String word) {
    return LINKS.contains(word);
  }

  static boolean hasLink(String name) {
    return Word.of(name).stream().map(Word::text).anyMatch(NameWords::isLink);
  }

  /// Which words of a name say what comes with it, a bit each.
  static long with(String name) {
    long with = 0;
    int place = 0;
    for (Word word : Word.of(name)) {
      if (!isBridge(word.text())) {
        with |= word.text().startsWith("بال") ? 1L << place : 0;
        place++;
      }
    }
    return with;
  }
}
