package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Likeness;
import com.crmres.server.language.Sounds;
import com.crmres.server.language.Stem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Tells whether a word that was said is a word of an option, however spelt.
final class OptionLikeness {

  private static final Set<String> ANY_KIND = Set.of("ITEM:BREAD", "ITEM:SAUCE");
  private static final Set<String> FRACTIONS = Set.of("NUM:0.5", "NUM:0.25");
  private static final Set<String> WORD_KINDS = Set.of("food", "unit", "number");
  private static final int MOST_REMEMBERED = 1_000;

  private final Lexicon lexicon;
  private final Map<String, Set<String>> foods = new ConcurrentHashMap<>();

  OptionLikeness(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// "عيش اسمر" where the menu writes "خبز أسمر".
  boolean sameFood(String name, String word, boolean alone) {
    Set<String> foods = foods(name);
    return !foods.isEmpty()
        && foods(word).stream()
            .anyMatch(food -> foods.contains(food) && !(alone && saysNothingAlone(food)));
  }

  private static boolean saysNothingAlone(String food) {
    return ANY_KIND.contains(food)
        || food.startsWith("UNIT:")
        || (food.startsWith("NUM:") && !FRACTIONS.contains(food));
  }

  private Set<String> foods(String word) {
    Set<String> known = foods.get(word);
    if (known == null) {
      known = Character.isDigit(word.charAt(0)) ? Set.of("NUM:" + word) : meant(word);
      if (foods.size() < MOST_REMEMBERED) {
        foods.put(word, known);
      }
    }
    return known;
  }

  /// A double is a size, and not a two.
  private Set<String> meant(String word) {
    List<Lexicon.Meaning> meanings = lexicon.of(word);
    boolean size = meanings.stream().anyMatch(meaning -> meaning.kind().equals("size"));
    return meanings.stream()
        .filter(
            meaning -> WORD_KINDS.contains(meaning.kind()) || FRACTIONS.contains(meaning.value()))
        .filter(meaning ->
            !size || !meaning.kind().equals("number") || FRACTIONS.contains(meaning.value()))
        .map(Lexicon.Meaning::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean isAlike(String name, String word, boolean joined, boolean alone) {
    for (Stem stem : Stem.of(word)) {
      if ((joined || !stem.joined())
          && (alike(name, stem.text()) || sameFood(name, stem.text(), alone))) {
        return true;
      }
    }
    return name.startsWith("ال") && alike(name.substring(2), word);
  }

  private boolean alike(String name, String word) {
    return name.equals(word)
        || Vocabulary.singulars(word, false).contains(name)
        || (word.length() > 1
            && (word.length() > 2 ? name.length() > 2 : name.length() == 2)
            && Sounds.key(name).equals(Sounds.key(word)))
        || Participles.isOf(name, word)
        || (word.length() > 3
            && name.length() > 2
            && Likeness.ofLetters(name, word) >= 0.75
            && !isNumber(word));
  }

  /// "وحدة" is one, and no misspelt "لوحده".
  private boolean isNumber(String word) {
    return lexicon.of(word).stream().anyMatch(meaning -> meaning.value().startsWith("NUM:"));
  }
}
