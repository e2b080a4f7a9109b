package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.ModifierGroup;
import java.util.List;
import java.util.Set;

/// The words in the names of options that do not say which option it is.
final class EnglishOptionWords {

  /// Words that say what is done with an ingredient and not which it is.
  private static final Set<String> NEGATIONS = Set.of("no", "without", "hold", "not", "remove");

  private static final Set<String> ADDITIONS =
      Set.of("extra", "add", "additional", "more", "double");

  private EnglishOptionWords() {}

  static boolean isNegation(String word) {
    return NEGATIONS.contains(word);
  }

  /// The words of a name without what is done with the ingredient.
  static List<String> bare(ModifierGroup group, List<String> words) {
    boolean removes = group.kind() == ModifierGroup.Kind.REMOVE;
    if (words.size() > 1
        && ((removes && NEGATIONS.contains(words.getFirst()))
            || (group.kind() == ModifierGroup.Kind.ADDON
                && ADDITIONS.contains(words.getFirst())))) {
      return words.subList(1, words.size());
    }
    return words;
  }

  /// Whether a word tells no option from another.
  static boolean isEmpty(String word) {
    return NEGATIONS.contains(word)
        || ADDITIONS.contains(word)
        || switch (word) {
          case "less",
              "light",
              "sauce",
              "free",
              "low",
              "fat",
              "large",
              "small",
              "half",
              "only",
              "size",
              "regular",
              "normal",
              "single" ->
              true;
          default -> Character.isDigit(word.charAt(0));
        };
  }
}
