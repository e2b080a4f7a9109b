package com.crmres.server.restaurant.place;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A short national address: four letters and four digits, as `RRRD2929`.
final class ShortAddress {

  private static final Pattern TOGETHER =
      Pattern.compile("(?<![A-Za-z0-9/.=])([A-Za-z]{4})[-_]?(\\d{4})(?![A-Za-z0-9])");

  /// Taken apart, capitals only: small letters are words of the language.
  private static final Pattern APART =
      Pattern.compile("(?<![A-Za-z0-9])((?:[A-Z] ?){4}) *(\\d ?\\d ?\\d ?\\d)(?![A-Za-z0-9])");

  private static final Pattern ALONE =
      Pattern.compile("\\s*((?:[A-Za-z] ?){4})[-_ ]*(\\d ?\\d ?\\d ?\\d)\\s*");

  /// Words of four letters that stand before the number of a door or a price.
  private static final Set<String> WORDS =
      Set.of(
          "FLAT", "UNIT", "ROOM", "DOOR", "EXIT", "ROAD", "GATE", "FROM", "CODE", "PLOT", "BLDG",
          "AREA", "ZONE", "HTTP", "PAID", "ONLY", "WITH", "CALL", "OVER", "COST", "YEAR", "CARD",
          "SHOP", "LINE", "BILL", "VISA", "WANT", "HAVE", "NEED", "TIME", "HOME", "LANE", "ITEM");

  private ShortAddress() {}

  static Optional<PlaceWords> in(String text) {
    Matcher alone = ALONE.matcher(text);
    if (alone.matches() && isAddress(alone)) {
      return Optional.of(words(alone));
    }
    return first(TOGETHER, text).or(() -> first(APART, text));
  }

  private static Optional<PlaceWords> first(Pattern pattern, String text) {
    Matcher match = pattern.matcher(text);
    while (match.find()) {
      if (isAddress(match)) {
        return Optional.of(words(match));
      }
    }
    return Optional.empty();
  }

  private static boolean isAddress(Matcher match) {
    return !WORDS.contains(letters(match));
  }

  private static PlaceWords words(Matcher match) {
    String code = letters(match) + match.group(2).replace(" ", "");
    return new PlaceWords(match.start(), match.end(), null, code);
  }

  private static String letters(Matcher match) {
    return match.group(1).replace(" ", "").toUpperCase(Locale.ROOT);
  }
}
