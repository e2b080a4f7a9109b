package com.crmres.server.ordering.cart;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The short code of one version of a cart, for example `4-K7`: what a customer confirms aloud is
/// the version whose code he was read, and no other.
public final class VersionCode {

  /// Without letters and digits that are taken for one another.
  private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXYZ";

  private static final String SIGNS = "23456789" + LETTERS;

  private static final Pattern SAID =
      Pattern.compile(
          "(?<![\\p{Alnum}-])(\\d{1,3})\\s?-\\s?([A-Za-z2-9][A-Za-z])(?![\\p{Alnum}-])");

  private VersionCode() {}

  /// The code of a version.
  public static String of(UUID cartId, int version) {
    long mixed = (cartId.getLeastSignificantBits() ^ (version * 0x9E3779B97F4A7C15L)) >>> 1;
    char first = SIGNS.charAt((int) (mixed % SIGNS.length()));
    char second = LETTERS.charAt((int) (mixed / SIGNS.length() % LETTERS.length()));
    return version + "-" + first + second;
  }

  /// The code that a text names, if it names one; Arabic digits count as others.
  public static Optional<String> in(String text) {
    Matcher said = SAID.matcher(latinDigits(text));
    return said.find()
        ? Optional.of(said.group(1) + "-" + said.group(2).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /// The text with blanks where it names a code, as long as before.
  public static String blankedIn(String text) {
    return SAID.matcher(latinDigits(text))
        .results()
        .reduce(
            text,
            (rest, code) ->
                rest.substring(0, code.start())
                    + " ".repeat(code.end() - code.start())
                    + rest.substring(code.end()),
            (one, _) -> one);
  }

  private static String latinDigits(String text) {
    StringBuilder latin = new StringBuilder(text.length());
    text.codePoints()
        .map(sign -> Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign)
        .forEach(latin::appendCodePoint);
    return latin.toString();
  }
}
