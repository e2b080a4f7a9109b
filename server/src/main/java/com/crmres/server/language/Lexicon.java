package com.crmres.server.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words and phrases of ordering, each with what it may mean.
public final class Lexicon {

  private static final List<String> FILES =
      List.of("lexicon.tsv", "lexicon-desk.tsv", "lexicon-dialects.tsv", "lexicon-wider.tsv");

  private final Map<String, List<Meaning>> meanings = new HashMap<>();
  private final Map<String, Integer> longest = new HashMap<>();

  private Lexicon() {}

  /// One meaning of a phrase.
  ///
  /// @param dialect where it is said, for example `sa`, `eg`, `en`, or `ar` for all Arabic
  /// @param kind the class of word, for example `size`
  /// @param value what it stands for, for example `SIZE:L`
  public record Meaning(String dialect, String kind, String value) {}

  /// A phrase found in a text.
  ///
  /// @param length in words
  /// @param joined whether an "and" was written together with its first word
  /// @param definite whether an article was
  public record Match(int length, List<Meaning> meanings, boolean joined, boolean definite) {
    public Match {
      meanings = List.copyOf(meanings);
    }

    public boolean means(String value) {
      return meanings.stream().anyMatch(meaning -> meaning.value().equals(value));
    }

    public boolean isOf(String kind) {
      return meanings.stream().anyMatch(meaning -> meaning.kind().equals(kind));
    }
  }

  /// Reads the lexicon that comes with the program.
  public static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    FILES.forEach(lexicon::read);
    return lexicon;
  }

  private void read(String file) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Lexicon.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      lines.lines().skip(1).filter(line -> !line.isBlank()).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private void add(String line) {
    String[] columns = line.split("\t", -1);
    List<Word> words = Word.of(columns[0]);
    if (words.isEmpty()) {
      return;
    }
    List<Meaning> known = meanings.computeIfAbsent(phrase(words), _ -> new ArrayList<>());
    Meaning meaning = new Meaning(columns[1], columns[2], columns[3]);
    if (!known.contains(meaning)) {
      known.add(meaning);
    }
    longest.merge(words.getFirst().text(), words.size(), Math::max);
  }

  private static String phrase(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /// What a phrase in normal form may mean; empty if unknown.
  public List<Meaning> of(String phrase) {
    return meanings.getOrDefault(phrase, List.of());
  }

  /// All single words of these classes.
  public Stream<String> words(Set<String> kinds) {
    return meanings.entrySet().stream()
        .filter(entry -> entry.getKey().indexOf(' ') < 0)
        .filter(entry -> entry.getValue().stream().anyMatch(one -> kinds.contains(one.kind())))
        .map(Map.Entry::getKey)
        .sorted();
  }

  /// The longest phrase that begins with word `from`, written as it is or with an "and" or an
  /// article before it.
  public Optional<Match> longest(List<Word> words, int from) {
    Match best = null;
    for (Stem stem : Stem.of(words.get(from).text())) {
      Match match = longest(words, from, stem);
      if (match != null && (best == null || match.length() > best.length())) {
        best = match;
      }
    }
    return Optional.ofNullable(best);
  }

  private @Nullable Match longest(List<Word> words, int from, Stem stem) {
    int length = Math.min(longest.getOrDefault(stem.text(), 0), words.size() - from);
    for (; length > 0; length--) {
      List<Meaning> found = meanings.get(phrase(words, from, length, stem.text()));
      if (found != null && unbroken(words, from, length)) {
        return new Match(length, found, stem.joined(), stem.definite());
      }
    }
    return null;
  }

  private static boolean unbroken(List<Word> words, int from, int length) {
    return words.subList(from + 1, from + length).stream()
        .allMatch(word -> word.gap() == Word.Gap.SPACE);
  }

  private static String phrase(List<Word> words, int from, int length, String first) {
    StringBuilder phrase = new StringBuilder(first);
    for (int i = from + 1; i < from + length; i++) {
      phrase.append(' ').append(words.get(i).text());
    }
    return phrase.toString();
  }
}
