package com.crmres.server.assistant.embedded;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.wire.WireName;
import com.crmres.server.language.Stem;
import com.crmres.server.language.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hears in a text the words that call for people, and why.
final class Calls {

  private static final int LONGEST_GAP = 5;
  private static final List<Pattern> PATTERNS = load();

  /// Each word as it may be read.
  private final List<List<String>> words;

  private final BitSet harmless = new BitSet();
  private final Set<EscalationReason> reasons = EnumSet.noneOf(EscalationReason.class);

  Calls(List<Word> text) {
    this.words =
        text.stream().map(word -> Stem.of(word.text()).stream().map(Stem::text).toList()).toList();
    PATTERNS.stream().filter(pattern -> pattern.reason == null).forEach(this::excuse);
    PATTERNS.stream().filter(pattern -> pattern.reason != null).forEach(this::hear);
  }

  boolean has(EscalationReason reason) {
    return reasons.contains(reason);
  }

  /// Whether nothing is meant by these words, though they look grave.
  boolean isHarmless(int from, int to) {
    return harmless.get(from, to).cardinality() > 0;
  }

  private void excuse(Pattern pattern) {
    for (int from = 0; from < words.size(); from++) {
      int to = end(pattern.places, 0, from);
      if (to > 0) {
        harmless.set(from, to);
      }
    }
  }

  private void hear(Pattern pattern) {
    EscalationReason reason = Objects.requireNonNull(pattern.reason);
    for (int from = 0; from < words.size() && !reasons.contains(reason); from++) {
      int to = end(pattern.places, 0, from);
      if (to > 0 && !isHarmless(from, to)) {
        reasons.add(reason);
      }
    }
  }

  /// Behind the last word of the pattern's places from `place` on, if it stands at `at`; else 0.
  private int end(List<Place> places, int place, int at) {
    if (place == places.size()) {
      return at;
    }
    Place expected = places.get(place);
    int most = expected.gap ? Math.min(words.size() - 1, at + LONGEST_GAP) : at;
    for (int here = at; here <= most && here < words.size(); here++) {
      if (expected.fits(words.get(here))) {
        int to = end(places, place + 1, here + 1);
        if (to > 0) {
          return to;
        }
      }
    }
    return 0;
  }

  /// Words in a row that call for people; no reason where they only look so.
  private record Pattern(@Nullable EscalationReason reason, List<Place> places) {}

  /// One word of a pattern.
  ///
  /// @param gap whether others may stand before it
  private record Place(boolean gap, boolean any, Set<String> whole, List<String> beginnings) {

    boolean fits(List<String> readings) {
      if (any) {
        return true;
      }
      for (String reading : readings) {
        if (whole.contains(reading) || beginnings.stream().anyMatch(reading::startsWith)) {
          return true;
        }
      }
      return false;
    }
  }

  private static List<Pattern> load() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Calls.class.getResourceAsStream("hand-over.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Calls::pattern)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read hand-over.tsv", e);
    }
  }

  private static Pattern pattern(String line) {
    String[] columns = line.split("\t", -1);
    List<Place> places = new ArrayList<>();
    boolean gap = false;
    for (String part : columns[1].split(" ", -1)) {
      if (part.equals("...")) {
        gap = true;
      } else {
        places.add(place(part, gap));
        gap = false;
      }
    }
    return new Pattern(
        columns[0].equals("none") ? null : WireName.parse(EscalationReason.class, columns[0]),
        List.copyOf(places));
  }

  private static Place place(String alternatives, boolean gap) {
    List<String> whole = new ArrayList<>();
    List<String> beginnings = new ArrayList<>();
    for (String word : alternatives.split("\\|", -1)) {
      boolean begins = word.endsWith("*");
      String normal = normal(begins ? word.substring(0, word.length() - 1) : word);
      (begins ? beginnings : whole).add(normal);
    }
    return new Place(gap, alternatives.equals("_"), Set.copyOf(whole), List.copyOf(beginnings));
  }

  private static String normal(String word) {
    List<Word> words = Word.of(word);
    return words.isEmpty() ? word : words.getFirst().text();
  }
}
