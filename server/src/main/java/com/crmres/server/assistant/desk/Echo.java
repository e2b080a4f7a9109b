package com.crmres.server.assistant.desk;

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

/// A customer's words as the house may say them back: nobody gets a promise, a price, a link or an
/// insult into our mouth by ordering it.
final class Echo {

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\x{E0000}-\\x{E007F}&&[^\\u200c\\u200d\\n]]");
  private static final Pattern FOREIGN =
      Pattern.compile(
          "\\p{Nd}{3}|\\p{Nd}[.,٫٬]\\p{Nd}|[<>{}\\[\\]|`$%٪_=\\\\@]|://|www\\.|\\w\\.(?:com|net|org|sa|me|io|app|example)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONEY = load("money.txt");
  private static final Pattern RUDE = load("rude.txt");

  private Echo() {}

  private static Pattern load(String file) {
    String path = "/assistant/echo/" + file;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Echo.class.getResourceAsStream(path), path),
                StandardCharsets.UTF_8))) {
      return Pattern.compile(
          reader
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .collect(Collectors.joining("|", " (?:", ") ")));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  /// The words; empty if they are not to be repeated.
  static Optional<String> of(String words) {
    String seen = seen(words).strip();
    boolean ours =
        !seen.isEmpty()
            && !FOREIGN.matcher(seen).find()
            && !speaksOfMoney(seen)
            && !RUDE.matcher(normal(seen)).find();
    return ours ? Optional.of(seen) : Optional.empty();
  }

  /// The text without characters that nobody sees or that turn the direction of others.
  static String seen(String text) {
    return UNSEEN.matcher(text).replaceAll("");
  }

  /// Whether a wish is about what something costs: that is not the kitchen's business.
  static boolean speaksOfMoney(String text) {
    return MONEY.matcher(normal(text)).find();
  }

  private static String normal(String text) {
    List<Word> words = Word.of(text);
    return " " + words.stream().map(Word::text).collect(Collectors.joining(" ")) + " ";
  }
}
