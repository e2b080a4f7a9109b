package com.crmres.server.assistant.safety;

import com.crmres.server.language.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Ways of saying what may never be said, a pattern a line over normal text.
final class Sayings implements Check {

  private final String kind;
  private final List<Pattern> patterns;

  private Sayings(String kind, String file) {
    this.kind = kind;
    this.patterns = load("/assistant/safety/" + file);
  }

  /// Something free, cheaper, or given back.
  static Check promises() {
    return new Sayings("discount", "promises.txt");
  }

  /// That a dish does no harm, or what to do about an illness.
  static Check assurances() {
    return new Sayings("medical", "assurances.txt");
  }

  /// Something rude, ours or the customer's own thrown back.
  static Check insults() {
    return new Sayings("abuse_reply", "insults.txt");
  }

  private static List<Pattern> load(String path) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Sayings.class.getResourceAsStream(path), path),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Pattern.compile(" (?:" + line + ") "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Stream<String> faults(Moment moment) {
    String normal = withoutMenu(moment, normal(moment.answer()));
    return patterns.stream()
        .map(pattern -> pattern.matcher(normal))
        .filter(matcher -> matcher.find())
        .map(matcher -> "says '" + matcher.group().strip() + "'");
  }

  /// Dishes may be called what they like.
  private static String withoutMenu(Moment moment, String answer) {
    String[] left = {answer};
    moment
        .menu()
        .items()
        .flatMap(item ->
            Stream.of(
                item.name().ar(),
                item.name().en(),
                item.description().ar(),
                item.description().en()))
        .map(Sayings::normal)
        .filter(name -> !name.isBlank())
        .forEach(name -> left[0] = left[0].replace(name, " "));
    return left[0];
  }

  private static String normal(String text) {
    return " " + Word.of(text).stream().map(Word::text).collect(Collectors.joining(" ")) + " ";
  }
}
