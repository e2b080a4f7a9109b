package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Likeness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Puts misspelt, glued and cut English words right, towards the words of one menu.
final class EnglishSpelling {

  private static final int MOST_REMEMBERED = 5_000;
  private static final int SHORTEST = 4;

  private final NavigableSet<String> words = new TreeSet<>();
  private final Map<String, List<String>> byBigram = new HashMap<>();
  private final Map<String, List<String>> remembered = new ConcurrentHashMap<>();
  private final EnglishGrammar grammar;

  EnglishSpelling(EnglishGrammar grammar) {
    this.grammar = grammar;
    grammar.words().stream().filter(word -> word.length() > SHORTEST).forEach(this::index);
  }

  void add(String word) {
    if (words.add(word)) {
      index(word);
    }
  }

  private void index(String word) {
    for (String gram : bigrams(word)) {
      byBigram.computeIfAbsent(gram, _ -> new ArrayList<>()).add(word);
    }
  }

  boolean knows(String word) {
    return words.contains(word);
  }

  /// Whether a word is one of the menu's, rightly spelt or nearly.
  boolean names(String word) {
    List<String> right = right(word);
    return right.size() == 1 && knows(EnglishWords.fold(right.getFirst()));
  }

  /// Whether a word is a number, English, or one of the menu's.
  boolean reads(String word) {
    return word.chars().allMatch(Character::isDigit) || isEnglish(word) || names(word);
  }

  /// Whether a word is English, whatever is on the menu.
  boolean isEnglish(String word) {
    return grammar.knows(word);
  }

  private static Set<String> bigrams(String word) {
    Set<String> grams = new HashSet<>();
    String padded = "^" + word + "$";
    for (int i = 0; i + 2 <= padded.length(); i++) {
      grams.add(padded.substring(i, i + 2));
    }
    return grams;
  }

  /// The words that were meant: the word itself if it is known or like none.
  List<String> right(String word) {
    if (word.equals("u")) {
      return List.of("you");
    }
    String folded = EnglishWords.fold(word);
    if (words.contains(folded) || words.contains(word) || grammar.knows(word)) {
      return List.of(word);
    }
    List<String> known = remembered.get(word);
    if (known == null) {
      known = find(word, folded);
      if (remembered.size() < MOST_REMEMBERED) {
        remembered.put(word, known);
      }
    }
    return known;
  }

  private List<String> find(String word, String folded) {
    if (word.length() < SHORTEST || Character.isDigit(word.charAt(0)) || isForeign(word)) {
      return List.of(word);
    }
    List<String> parts = word.length() >= 6 ? parts(word) : List.of();
    if (!parts.isEmpty()) {
      return parts;
    }
    String completed = completed(word);
    if (completed != null) {
      return List.of(completed);
    }
    if (word.endsWith("z") && words.contains(EnglishWords.fold(plural(word)))) {
      return List.of(plural(word));
    }
    String like = like(folded);
    return List.of(like == null ? word : like);
  }

  /// "Nutz", "friez".
  private static String plural(String word) {
    return word.substring(0, word.length() - 1) + "s";
  }

  /// "Marg" for the only word of the menu that begins so.
  private @Nullable String completed(String word) {
    Set<String> longer = words.subSet(word, word + Character.MAX_VALUE);
    boolean only = longer.size() == 1 && longer.iterator().next().length() > word.length() + 2;
    return only ? longer.iterator().next() : null;
  }

  private static boolean isForeign(String word) {
    return word.chars().anyMatch(c -> c > 0x7F || (c >= '0' && c <= '9'));
  }

  /// A run of known words written without their spaces.
  private List<String> parts(String word) {
    int length = word.length();
    List<@Nullable List<String>> best =
        new ArrayList<>(java.util.Collections.nCopies(length + 1, null));
    best.set(0, List.of());
    for (int to = 1; to <= length; to++) {
      for (int from = Math.max(0, to - 14); from < to; from++) {
        List<String> before = best.get(from);
        List<String> now = best.get(to);
        String part = word.substring(from, to);
        boolean good =
            part.length() > 2 && (words.contains(EnglishWords.fold(part)) || isJoint(part));
        if (before != null && good && (now == null || now.size() > before.size() + 1)) {
          List<String> all = new ArrayList<>(before);
          all.add(part);
          best.set(to, all);
        }
      }
    }
    List<String> parts = best.get(length);
    return parts == null
            || parts.size() < 2
            || parts.stream().noneMatch(part -> words.contains(EnglishWords.fold(part)))
        ? List.of()
        : List.copyOf(parts);
  }

  private static boolean isJoint(String part) {
    return switch (part) {
      case "with", "and", "without", "the", "two", "three", "extra" -> true;
      default -> false;
    };
  }

  private @Nullable String like(String word) {
    Map<String, Integer> common = new HashMap<>();
    for (String gram : bigrams(word)) {
      byBigram.getOrDefault(gram, List.of()).forEach(other -> common.merge(other, 1, Integer::sum));
    }
    String best = null;
    double most = 0;
    boolean tie = false;
    int needed = Math.max(2, word.length() / 3);
    for (Map.Entry<String, Integer> entry : common.entrySet()) {
      String other = entry.getKey();
      if (entry.getValue() >= needed && Math.abs(other.length() - word.length()) <= 2) {
        double score = score(word, other);
        if (score > most) {
          most = score;
          best = other;
          tie = false;
        } else if (score == most && score > 0 && !other.equals(best)) {
          tie = true;
        }
      }
    }
    return tie ? null : best;
  }

  /// How well a word stands for another; zero if too little.
  private double score(String word, String other) {
    int edits = Likeness.edits(word, other);
    int length = Math.max(word.length(), other.length());
    int allowed = length < 5 ? 1 : length < 8 ? 1 : 2;
    boolean sameStart = word.charAt(0) == other.charAt(0);
    if (length >= 6 && length < 8 && edits == 2 && sameStart && sameBones(word, other)) {
      allowed = 2;
    }
    if (length >= 11) {
      allowed = 3;
    }
    if (edits > allowed || (length < 6 && !sameStart) || (!sameStart && edits > 1)) {
      return 0;
    }
    if (other.length() < SHORTEST
        || (length < 5 && (word.length() != other.length() || !isSwap(word, other)))) {
      return 0;
    }
    return 1
        - (double) edits / length
        + (sameStart ? 0.05 : 0)
        + (words.contains(other) ? 0.02 : 0);
  }

  /// Only vowels and doublings differ.
  private static boolean sameBones(String one, String other) {
    return bones(one).equals(bones(other));
  }

  private static String bones(String word) {
    StringBuilder bones = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char letter = sound(word.charAt(i));
      boolean vowel = "aeiouyhw".indexOf(letter) >= 0;
      if (!vowel && (bones.isEmpty() || bones.charAt(bones.length() - 1) != letter)) {
        bones.append(letter);
      }
    }
    return bones.toString();
  }

  private static char sound(char letter) {
    return switch (letter) {
      case 'c', 'q' -> 'k';
      case 'z' -> 's';
      default -> letter;
    };
  }

  private static boolean isSwap(String one, String other) {
    char[] left = one.toCharArray();
    char[] right = other.toCharArray();
    java.util.Arrays.sort(left);
    java.util.Arrays.sort(right);
    return java.util.Arrays.equals(left, right);
  }
}
