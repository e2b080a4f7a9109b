package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words that hold English orders together: "with", "hold the", "instead of", numbers.
final class EnglishGrammar {

  private static final int LONGEST = 7;

  private final Map<String, Sense> senses = new HashMap<>();
  private final Map<String, Integer> longest = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  private EnglishGrammar() {}

  /// What a phrase does in an order.
  enum Part {
    WITH,
    WITHOUT,
    EXTRA,
    LIGHT,
    SIDE,
    AND,
    BUT,
    OR,
    VERB,
    ADD,
    THE,
    SKIP,
    UNIT,
    OF,
    X,
    NUMBER,
    PRONOUN,
    REMOVE,
    CHANGE,
    MAKE,
    TO,
    ON,
    INSTEAD_OF,
    INSTEAD,
    ACTUALLY,
    SCRATCH,
    AGAIN,
    SAME,
    CLEAR,
    NOTE,
    LESS,
    ALL,
    OF_THEM,
    OTHER,
    ONES,
    PLACE,
    KEEP,
    STAY,
    OFF,
    DISH,
    ASK,
    DONE,
    FORWHOM,
    COMPANY,
    EACH
  }

  /// A phrase's part, and its value where it is a number.
  record Sense(Part part, double number) {}

  /// A phrase found in a text.
  record Found(Sense sense, int length) {}

  static EnglishGrammar load() {
    EnglishGrammar grammar = new EnglishGrammar();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(EnglishGrammar.class.getResourceAsStream("english.tsv")),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(grammar::add);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read english.tsv", e);
    }
    return grammar;
  }

  private void add(String line) {
    String[] columns = line.split("\t", -1);
    columns[0] = columns[0].replaceAll("\\bu\\b", "you");
    words.addAll(List.of(columns[0].split(" ", -1)));
    if (columns[1].equals("WORD")) {
      return;
    }
    String[] value = columns[1].split(":", -1);
    Part part = Part.valueOf(value[0].toUpperCase(Locale.ROOT));
    senses.put(columns[0], new Sense(part, value.length > 1 ? Double.parseDouble(value[1]) : 0));
    String[] parts = columns[0].split(" ", -1);
    longest.merge(parts[0], parts.length, Math::max);
  }

  /// Whether a word is English, whatever the menu says.
  boolean knows(String word) {
    return words.contains(word);
  }

  /// Whether a word is a whole phrase of the grammar, and no dish.
  boolean isPhrase(String word) {
    Sense sense = senses.get(word);
    return sense != null && sense.part() != Part.DISH;
  }

  Set<String> words() {
    return words;
  }

  /// The longest phrase that begins at word `from`.
  @Nullable Found at(List<Word> words, List<String> spelt, int from) {
    int most =
        Math.min(Math.min(LONGEST, longest.getOrDefault(spelt.get(from), 0)), words.size() - from);
    for (int length = most; length > 0; length--) {
      if (unbroken(words, from, length)) {
        Sense sense = senses.get(String.join(" ", spelt.subList(from, from + length)));
        if (sense != null) {
          return new Found(sense, length);
        }
      }
    }
    return null;
  }

  private static boolean unbroken(List<Word> words, int from, int length) {
    for (int i = from + 1; i < from + length; i++) {
      if (words.get(i).gap() != Word.Gap.SPACE) {
        return false;
      }
    }
    return true;
  }
}
