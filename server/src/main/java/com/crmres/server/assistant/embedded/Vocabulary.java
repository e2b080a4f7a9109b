package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Likeness;
import com.crmres.server.language.Sounds;
import com.crmres.server.language.Stem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The words of a menu's names, found again however they are spelt.
final class Vocabulary {

  static final double SAME_THING = 0.9;
  private static final double SAME_SOUND = 0.88;
  private static final double SAME_SKELETON = 0.86;
  private static final double LEAST = 0.7;

  /// Short words share their sound with many: كبة is no كباب.
  private static final double SHORT_ALIKE = 0.59;

  private static final int MOST_REMEMBERED = 5_000;
  private static final Set<String> FOOD_KINDS =
      Set.of("food", "size", "spice", "sugar", "temp", "cook");

  private final Lexicon lexicon;
  private final Set<String> words = new LinkedHashSet<>();
  private final Map<String, Set<String>> bySound = new HashMap<>();
  private final Map<String, Set<String>> bySkeleton = new HashMap<>();
  private final Map<String, Set<String>> byThing = new HashMap<>();
  private final Map<String, Map<String, Double>> remembered = new ConcurrentHashMap<>();

  Vocabulary(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void add(String word) {
    if (words.add(word)) {
      bySound.computeIfAbsent(Sounds.key(word), _ -> new LinkedHashSet<>()).add(word);
      if (isArabic(word)) {
        bySkeleton.computeIfAbsent(Sounds.skeleton(word), _ -> new LinkedHashSet<>()).add(word);
      }
      for (String thing : things(word)) {
        byThing.computeIfAbsent(thing, _ -> new LinkedHashSet<>()).add(word);
      }
    }
  }

  /// The words of the menu that `word` may be, each with its likeness.
  ///
  /// @param known whether the word has another meaning, so that only exact ones count
  /// @param joined whether an "and" may be written together with it
  Map<String, Double> like(String word, boolean known, boolean joined) {
    String key = word + (known ? "|k" : "|f") + (joined ? "j" : "");
    Map<String, Double> found = remembered.get(key);
    if (found == null) {
      found = find(word, known, joined);
      if (remembered.size() < MOST_REMEMBERED) {
        remembered.put(key, found);
      }
    }
    return found;
  }

  /// Whether a word is another one with an "and" before it.
  boolean isJoined(String word) {
    return Stem.of(word).stream().anyMatch(stem -> stem.joined() && words.contains(stem.text()))
        && Stem.of(word).stream().noneMatch(stem -> !stem.joined() && words.contains(stem.text()));
  }

  /// Whether a word says two of something that the menu knows.
  boolean isDual(String word) {
    return !words.contains(word)
        && Stem.of(word).stream().noneMatch(stem -> words.contains(stem.text()))
        && Stem.of(word).stream()
            .flatMap(stem -> singulars(stem.text(), true).stream())
            .anyMatch(this::knows);
  }

  private boolean knows(String word) {
    return words.contains(word) || things(word).stream().anyMatch(byThing::containsKey);
  }

  private Map<String, Double> find(String word, boolean known, boolean joined) {
    Map<String, Double> found = new LinkedHashMap<>();
    for (Stem stem : Stem.of(word)) {
      if (joined || !stem.joined()) {
        double weight = stem.text().equals(word) ? 1 : 0.98;
        addExact(found, stem.text(), weight);
      }
    }
    if (found.isEmpty() && !known && !isOtherFood(word)) {
      for (Stem stem : Stem.of(word)) {
        if (joined || !stem.joined()) {
          addAlike(found, stem.text());
        }
      }
    }
    return found;
  }

  /// "كولا" is something to drink, and no misspelt "كول سلو".
  private boolean isOtherFood(String word) {
    return isArabic(word)
        && Stem.of(word).stream()
            .anyMatch(stem ->
                lexicon.of(stem.text()).stream()
                    .anyMatch(meaning -> meaning.kind().equals("food")));
  }

  private void addExact(Map<String, Double> found, String word, double weight) {
    addForm(found, word, weight);
    if (digits(word).isEmpty()) {
      singulars(word, false).forEach(singular -> addForm(found, singular, weight * 0.98));
    }
    otherGender(word).forEach(form -> addForm(found, form, weight * 0.97));
    if (word.length() > 5 && word.endsWith("ها")) {
      addForm(found, word.substring(0, word.length() - 2), weight * 0.97);
    }
  }

  private void addForm(Map<String, Double> found, String word, double weight) {
    if (words.contains(word)) {
      found.merge(word, weight, Math::max);
    }
    String digits = digits(word);
    if (words.contains(digits)) {
      found.merge(digits, weight * SAME_THING, Math::max);
    }
    for (String thing : things(word)) {
      byThing
          .getOrDefault(thing, Set.of())
          .forEach(other -> found.merge(other, weight * SAME_THING, Math::max));
    }
  }

  private void addAlike(Map<String, Double> found, String word) {
    if (word.length() < 3) {
      return;
    }
    String sound = Sounds.key(word);
    if (sound.length() > 1) {
      bySound.getOrDefault(sound, Set.of()).stream()
          .filter(other -> sound.length() > 2 || Likeness.ofLetters(word, other) > SHORT_ALIKE)
          .forEach(other -> found.merge(other, SAME_SOUND, Math::max));
    }
    if (!isArabic(word)) {
      addBySkeleton(found, word);
    }
    if (word.length() > (isArabic(word) ? 3 : 4)) {
      words.forEach(other -> addByLetters(found, word, other));
    }
  }

  private void addBySkeleton(Map<String, Double> found, String word) {
    String skeleton = Sounds.skeletonOfLatin(word);
    if (skeleton.length() > 2) {
      bySkeleton
          .getOrDefault(skeleton, Set.of())
          .forEach(other -> found.merge(other, SAME_SKELETON, Math::max));
    }
  }

  private static void addByLetters(Map<String, Double> found, String word, String other) {
    int difference = Math.abs(word.length() - other.length());
    if (other.length() > 2 && difference <= 2 && isArabic(word) == isArabic(other)) {
      double likeness = Likeness.ofLetters(word, other);
      if (likeness >= LEAST) {
        found.merge(other, likeness, Math::max);
      }
    }
  }

  /// "ثمان" as the menu prints it: 8.
  private String digits(String word) {
    return lexicon.of(word).stream()
        .map(Lexicon.Meaning::value)
        .filter(value -> value.startsWith("NUM:") && value.indexOf('.') < 0)
        .map(value -> value.substring("NUM:".length()))
        .findFirst()
        .orElse("");
  }

  /// What a word of food stands for, for example `ITEM:COLA`.
  Set<String> things(String phrase) {
    Set<String> things = new LinkedHashSet<>();
    for (Lexicon.Meaning meaning : lexicon.of(phrase)) {
      if (FOOD_KINDS.contains(meaning.kind()) || meaning.value().equals("UNIT:SANDWICH")) {
        things.add(meaning.value());
      }
    }
    return things;
  }

  /// تركي and تركيه, خضرا and خضراء, دجاجه and دجاج are the same to a menu.
  private static List<String> otherGender(String word) {
    if (!isArabic(word) || word.length() < 4) {
      return List.of();
    }
    String bare = word.substring(0, word.length() - 1);
    return switch (word.charAt(word.length() - 1)) {
      case 'ه' -> List.of(bare, bare + "ا");
      case 'ا' -> List.of(bare + "ه", word + "ء");
      default -> List.of(word + "ه");
    };
  }

  /// What a dual or plural may be more than one of.
  static List<String> singulars(String word, boolean dualOnly) {
    List<String> forms = new ArrayList<>();
    addSingular(forms, word, "تين", "ه");
    addSingular(forms, word, "تين", "ا");
    addSingular(forms, word, "تين", "");
    addSingular(forms, word, "ين", "");
    if (word.length() == 4 && word.endsWith("ين")) {
      // "نصين": the shortest of them.
      forms.add(word.substring(0, 2));
    }
    if (!dualOnly) {
      addSingular(forms, word, "ات", "");
      addSingular(forms, word, "ات", "ه");
      if (word.length() == 4 && word.endsWith("ات")) {
        // "حبات": the shortest of them.
        forms.add(word.substring(0, 2) + "ه");
      }
      addSingular(forms, word, "ات", "ا");
      addSingular(forms, word, "ies", "y");
      addSingular(forms, word, "es", "");
      addSingular(forms, word, "s", "");
    }
    return forms;
  }

  private static void addSingular(List<String> forms, String word, String end, String instead) {
    if (word.endsWith(end) && word.length() - end.length() > 2) {
      forms.add(word.substring(0, word.length() - end.length()) + instead);
    }
  }

  static boolean isArabic(String word) {
    char first = word.charAt(0);
    return first >= 0x0621 && first <= 0x064A;
  }
}
