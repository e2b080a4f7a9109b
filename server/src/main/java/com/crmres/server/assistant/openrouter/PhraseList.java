package com.crmres.server.assistant.openrouter;

import com.crmres.server.language.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Ways of saying something that must be noticed, a line each in a file: a label, a tab, a pattern
/// over normal text (one space between words, letters that people mix up made one).
final class PhraseList {

  private final List<Phrase> phrases;

  private record Phrase(String label, Pattern pattern) {}

  private PhraseList(List<Phrase> phrases) {
    this.phrases = phrases;
  }

  static PhraseList load(String file) {
    String path = "/assistant/prompts/" + file;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(PhraseList.class.getResourceAsStream(path), path),
                StandardCharsets.UTF_8))) {
      return new PhraseList(
          reader
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(PhraseList::phrase)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static Phrase phrase(String line) {
    String[] parts = line.split("\t", 2);
    return new Phrase(parts[0], Pattern.compile(parts[1]));
  }

  /// The label of the first phrase that the text holds.
  Optional<String> in(String text) {
    String normal = " " + normal(text) + " ";
    return phrases.stream()
        .filter(phrase -> phrase.pattern().matcher(normal).find())
        .map(Phrase::label)
        .findFirst();
  }

  static String normal(String text) {
    return Word.of(text).stream().map(Word::text).collect(Collectors.joining(" "));
  }
}
