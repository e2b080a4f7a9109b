package com.crmres.server.restaurant.place;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Coordinates as telephones write them into a message: `24.7136, 46.6753` or `24°42'49.0"N
/// 46°40'31.1"E`. Only what lies in Saudi Arabia counts: other pairs of numbers are prices.
final class Coordinates {

  private static final Pattern DECIMAL =
      Pattern.compile("(?<![\\d.])(\\d{2}\\.\\d{3,})\\s*[, ]\\s*(\\d{2}\\.\\d{3,})(?![\\d.]*\\d)");

  private static final String ANGLE =
      "(\\d{1,3})\\s*°\\s*(\\d{1,2})\\s*'\\s*(\\d{1,2}(?:\\.\\d+)?)\\s*(?:\"|'')\\s*";
  private static final Pattern DEGREES =
      Pattern.compile(ANGLE + "N[\\s,+]*" + ANGLE + "E", Pattern.CASE_INSENSITIVE);

  private Coordinates() {}

  static Optional<PlaceWords> in(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    while (decimal.find()) {
      Spot spot =
          new Spot(Double.parseDouble(decimal.group(1)), Double.parseDouble(decimal.group(2)));
      if (spot.isInSaudiArabia()) {
        return Optional.of(new PlaceWords(decimal.start(), decimal.end(), spot, null));
      }
    }
    Matcher degrees = DEGREES.matcher(text);
    if (degrees.find()) {
      Spot spot = new Spot(angle(degrees, 1), angle(degrees, 4));
      if (spot.isInSaudiArabia()) {
        return Optional.of(new PlaceWords(degrees.start(), degrees.end(), spot, null));
      }
    }
    return Optional.empty();
  }

  private static double angle(Matcher match, int group) {
    return Integer.parseInt(match.group(group))
        + Integer.parseInt(match.group(group + 1)) / 60.0
        + Double.parseDouble(match.group(group + 2)) / 3600;
  }
}
