package com.crmres.server.language.classifier;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words and phrases that tell how somebody feels, with their weights.
final class Feelings {

  private static final String FILE = "feelings.txt";
  private static final Map<String, Double> WEIGHTS =
      Map.of("++", 1.6, "+", 1.0, "0", 0.0, "-", -1.2, "--", -1.8);
  private static final Set<String> ORDINARY =
      Set.of(
          "modifier",
          "size",
          "spice",
          "temp",
          "sugar",
          "cook",
          "unit",
          "food",
          "question",
          "negation",
          "no",
          "yes",
          "cart_op",
          "time",
          "number");

  private final Lexicon lexicon;
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, Integer> longest = new HashMap<>();
  private final Map<String, Double> written = new LinkedHashMap<>();

  private Feelings(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// A phrase found.
  ///
  /// @param length in words
  record Found(int length, double weight) {}

  static Feelings load(Lexicon lexicon) {
    Feelings feelings = new Feelings(lexicon);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Feelings.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(feelings::add);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
    return feelings;
  }

  /// A line is a sign of weight and the phrases that have it: `+ good|tasty|worth it`.
  private void add(String line) {
    String[] parts = line.split(" ", 2);
    Double weight = WEIGHTS.get(parts[0]);
    if (weight == null || parts.length < 2) {
      throw new IllegalArgumentException(FILE + ": no weight at the beginning of: " + line);
    }
    for (String phrase : parts[1].split("\\|", -1)) {
      written.put(phrase, weight);
      add(Word.of(phrase), weight);
    }
  }

  private void add(List<Word> words, double weight) {
    if (!words.isEmpty()) {
      String phrase = phrase(words, 0, words.size(), words.getFirst().text());
      weights.merge(phrase, weight, (first, next) -> next == 0 ? next : first);
      longest.merge(words.getFirst().text(), words.size(), Math::max);
    }
  }

  /// All phrases as they are written in the list, with their weights.
  Map<String, Double> written() {
    return Collections.unmodifiableMap(written);
  }

  /// The longest phrase at word `from`, as written, without its prefixes or without its endings.
  Optional<Found> longest(List<Word> words, int from) {
    for (String stem : Stems.of(words.get(from).text())) {
      Found found = longest(words, from, stem);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return lexicon.longest(words, from).flatMap(Feelings::inLexicon);
  }

  private @Nullable Found longest(List<Word> words, int from, String first) {
    int length = Math.min(longest.getOrDefault(first, 0), words.size() - from);
    for (; length > 0; length--) {
      Double weight = weights.get(phrase(words, from, length, first));
      if (weight != null) {
        return new Found(length, weight);
      }
    }
    return null;
  }

  private static String phrase(List<Word> words, int from, int length, String first) {
    return length == 1
        ? first
        : words.subList(from + 1, from + length).stream()
            .map(Word::text)
            .collect(Collectors.joining(" ", first + " ", ""));
  }

  private static Optional<Found> inLexicon(Lexicon.Match match) {
    if (match.meanings().stream().anyMatch(meaning -> ORDINARY.contains(meaning.kind()))) {
      return Optional.empty();
    }
    if (match.isOf("complaint") || match.isOf("escalate")) {
      return Optional.of(new Found(match.length(), -1.5));
    }
    boolean praise = match.isOf("praise") && !match.means("POS:NEUTRAL");
    return praise ? Optional.of(new Found(match.length(), 1)) : Optional.empty();
  }
}
