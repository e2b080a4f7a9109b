package com.crmres.server.assistant.safety;

import com.crmres.server.language.Word;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Nothing of how the house works inside comes out: prompt, ids, keys, names of tools, markup,
/// characters that nobody sees.
final class Secrets implements Check {

  private static final int RUN = 8;
  private static final List<String> PROMPT = List.of("rules.txt", "examples.txt");
  private static final List<Pattern> INSIDE =
      List.of(
          Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-"),
          Pattern.compile("sk-[\\w-]{4}"),
          Pattern.compile("[A-Za-z]+_[A-Za-z_]+"),
          Pattern.compile("\\{\\{|}}|\\{\\w*}|\\$\\{"),
          Pattern.compile("<\\w|</|\\]\\("),
          Pattern.compile("https?:|www\\.|\\S@\\S"),
          Pattern.compile(
              "system prompt|api key|openrouter|language model|chatgpt|gemini",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069\\x{E0000}-\\x{E007F}\\p{Cc}&&[^\\n]]"));

  private final Set<String> runs;

  private Secrets(Set<String> runs) {
    this.runs = runs;
  }

  static Secrets load() {
    Set<String> runs = new HashSet<>();
    PROMPT.forEach(file -> runs.addAll(runs(read("/assistant/prompts/" + file))));
    return new Secrets(runs);
  }

  private static String read(String path) {
    try (InputStream in = Objects.requireNonNull(Secrets.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static Set<String> runs(String text) {
    List<String> words = Word.of(text).stream().map(Word::text).toList();
    Set<String> runs = new HashSet<>();
    for (int at = 0; at + RUN <= words.size(); at++) {
      runs.add(String.join(" ", words.subList(at, at + RUN)));
    }
    return runs;
  }

  @Override
  public String kind() {
    return "secret";
  }

  @Override
  public Stream<String> faults(Moment moment) {
    String answer = moment.strange();
    return Stream.concat(
        INSIDE.stream()
            .map(pattern -> pattern.matcher(answer))
            .filter(matcher -> matcher.find())
            .map(matcher -> "shows '" + matcher.group() + "'"),
        runs(answer).stream()
            .filter(runs::contains)
            .limit(1)
            .map(run -> "tells the prompt: " + run));
  }
}
