package com.crmres.server.language;

import java.util.ArrayList;
import java.util.List;

/// A word as it may be read once what is written together with it is taken off.
///
/// @param joined whether an "and" was taken off
/// @param definite whether an article was taken off
public record Stem(String text, boolean joined, boolean definite) {

  private static final int SHORTEST = 2;

  /// The word itself, then without "and", article and preposition; the least changed first.
  public static List<Stem> of(String word) {
    List<Stem> stems = new ArrayList<>(5);
    stems.add(new Stem(word, false, false));
    addDefinite(stems, word, false);
    if (word.length() > SHORTEST && (word.startsWith("و") || word.startsWith("ف"))) {
      String rest = word.substring(1);
      stems.add(new Stem(rest, true, false));
      addDefinite(stems, rest, true);
    }
    return stems;
  }

  private static void addDefinite(List<Stem> stems, String word, boolean joined) {
    for (String prefix : List.of("ال", "بال", "لل", "هال", "عال", "كال")) {
      if (word.startsWith(prefix) && word.length() - prefix.length() >= SHORTEST) {
        stems.add(new Stem(word.substring(prefix.length()), joined, true));
      }
    }
    if (word.length() > 2 && (word.startsWith("ب") || word.startsWith("ل"))) {
      stems.add(new Stem(word.substring(1), joined, false));
    }
  }
}
