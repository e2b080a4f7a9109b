package com.crmres.server.whatsapp.webhook;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words that, sent alone, mean advertising and nothing else. Pure.
///
/// "Cancel" alone is not among them: it cancels orders.
final class AdvertisingWords {

  private static final int LONGEST = 60;
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\u0640\\p{Cf}]");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("whatsapp.advertising", Locale.ROOT);
  private static final Set<String> STOP = words("words.stop");
  private static final Set<String> RESUME = words("words.resume");

  private AdvertisingWords() {}

  /// False if the customer wants no advertising, true if he wants it again; empty for anything
  /// else.
  static Optional<Boolean> wish(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(text);
    if (STOP.contains(plain)) {
      return Optional.of(false);
    }
    return RESUME.contains(plain) ? Optional.of(true) : Optional.empty();
  }

  private static Set<String> words(String key) {
    return Arrays.stream(WORDS.getString(key).split(","))
        .map(AdvertisingWords::plain)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String plain(String text) {
    String letters = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String folded =
        letters.toLowerCase(Locale.ROOT).replace('ٱ', 'ا').replace('ى', 'ي').replace('ة', 'ه');
    return NO_LETTERS.matcher(folded).replaceAll(" ").strip();
  }
}
