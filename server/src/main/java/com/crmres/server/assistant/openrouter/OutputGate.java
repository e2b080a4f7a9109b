package com.crmres.server.assistant.openrouter;

import com.crmres.common.conversation.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Lets a model's words through, or says why not. What is stopped here is dropped whole: the
/// house's own words remain.
final class OutputGate {

  private static final int LONGEST = 600;
  private static final int LEAK_WORDS = 8;

  /// The only blanks a model may leave to be filled in. People are addressed by name by people; a
  /// profile's name is often not one.
  static final Pattern BLANK = Pattern.compile("\\{\\{(RESTAURANT_NAME|CART_TOTAL|ORDER_NUMBER)}}");

  private static final Pattern LINK =
      Pattern.compile(
          "https?:|www\\.|\\S@\\S|\\b[\\w-]+\\.(com|net|org|sa|me|app|ly|io)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERCENT = Pattern.compile("[%٪]");
  private static final Pattern CURRENCY = Pattern.compile("[\\p{Sc}﷼]");
  private static final Pattern LONG_NUMBER =
      Pattern.compile("\\p{Nd}[\\p{Nd}.,٫٬:/-]*\\p{Nd}\\p{Nd}|\\p{Nd}+[.,٫]\\p{Nd}");

  /// Characters that nobody sees and that turn or hide others; those that join emoji may stay.
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n]]|[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]"
              + "|[\\x{E0000}-\\x{E007F}]");

  private static final Pattern INSIDE =
      Pattern.compile(
          "\\b[ilo]\\d{1,3}\\b|[a-z]+_[a-z_]+|[{}<>|`\\[\\]]|\\bsystem prompt\\b",
          Pattern.CASE_INSENSITIVE);

  private final PhraseList forbidden;
  private final Set<String> secret;

  /// Makes the gate.
  ///
  /// @param forbidden amounts, promises, assurances and claims in words
  /// @param prompt of which no eight words in a row may come out
  OutputGate(PhraseList forbidden, String prompt) {
    this.forbidden = forbidden;
    this.secret = Set.copyOf(runs(prompt));
  }

  /// Why these words may not be said.
  Optional<String> fault(String words, Language language) {
    if (words.length() > LONGEST) {
      return Optional.of("long");
    }
    if (HIDDEN.matcher(words).find()) {
      return Optional.of("hidden");
    }
    String plain = BLANK.matcher(words).replaceAll(" ");
    return figure(plain)
        .or(() -> INSIDE.matcher(plain).find() ? Optional.of("leak") : Optional.empty())
        .or(() -> forbidden.in(plain))
        .or(() -> isOther(plain, language) ? Optional.of("language") : Optional.empty())
        .or(() ->
            runs(plain).stream().anyMatch(secret::contains)
                ? Optional.of("leak")
                : Optional.empty());
  }

  private static Optional<String> figure(String plain) {
    if (LINK.matcher(plain).find()) {
      return Optional.of("link");
    }
    return PERCENT.matcher(plain).find()
            || CURRENCY.matcher(plain).find()
            || LONG_NUMBER.matcher(plain).find()
        ? Optional.of("figure")
        : Optional.empty();
  }

  /// Arabic is answered in Arabic and English in English; names of dishes may be in either.
  private static boolean isOther(String plain, Language language) {
    long arabic = plain.codePoints().filter(OutputGate::isArabic).count();
    long latin = plain.codePoints().filter(OutputGate::isLatin).count();
    long letters = plain.codePoints().filter(Character::isLetter).count();
    boolean foreign = letters > arabic + latin;
    return foreign || (language.isArabic() ? latin > arabic : arabic > latin);
  }

  private static boolean isArabic(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.ARABIC
        && Character.isLetter(point);
  }

  private static boolean isLatin(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
  }

  private static Set<String> runs(String text) {
    List<String> words = List.of(PhraseList.normal(text).toLowerCase(Locale.ROOT).split(" ", -1));
    Set<String> runs = new HashSet<>();
    for (int at = 0; at + LEAK_WORDS <= words.size(); at++) {
      runs.add(String.join(" ", words.subList(at, at + LEAK_WORDS)));
    }
    return runs;
  }
}
