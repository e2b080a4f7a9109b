package com.crmres.server.restaurant.place;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A link to a map. Nothing is asked outside: a link says where it leads, or the customer is asked
/// for a pin.
final class MapLink {

  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://)?(?:[a-z0-9-]+\\.)*(?:google\\.[a-z.]{2,6}/maps|maps\\.google\\.[a-z.]{2,6}"
              + "|maps\\.app\\.goo\\.gl|goo\\.gl|g\\.co/kgs|maps\\.apple\\.com|maps\\.apple|waze\\.com)"
              + "(?:[/?#]\\S*)?|geo:\\S+",
          Pattern.CASE_INSENSITIVE);

  private static final String PAIR =
      "(-?\\d{1,2}(?:\\.\\d+)?)\\s*,\\s*[+ ]?\\s*(-?\\d{1,3}(?:\\.\\d+)?)";

  /// What says most about the place itself first; what the map only showed around it comes last.
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("!3d(-?\\d{1,2}(?:\\.\\d+)?)!4d(-?\\d{1,3}(?:\\.\\d+)?)"),
          Pattern.compile(
              "[?&](?:q|query|destination|daddr|coordinate|ll)=(?:loc:|place_id:)?" + PAIR,
              Pattern.CASE_INSENSITIVE),
          Pattern.compile("/(?:search|place|dir(?:/[^/]*)?)/" + PAIR, Pattern.CASE_INSENSITIVE),
          Pattern.compile("geo:" + PAIR, Pattern.CASE_INSENSITIVE),
          Pattern.compile("[?&](?:sll|center|viewpoint|near)=" + PAIR, Pattern.CASE_INSENSITIVE),
          Pattern.compile("@" + PAIR));

  private MapLink() {}

  static Optional<PlaceWords> in(String text) {
    Matcher link = LINK.matcher(text);
    return link.find()
        ? Optional.of(
            new PlaceWords(link.start(), link.end(), spot(link.group()).orElse(null), null))
        : Optional.empty();
  }

  private static Optional<Spot> spot(String link) {
    String plain = decoded(link);
    return SHAPES.stream()
        .map(shape -> shape.matcher(plain))
        .filter(Matcher::find)
        .map(match ->
            new Spot(Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2))))
        .filter(Spot::isInSaudiArabia)
        .findFirst();
  }

  /// A plus stands for a blank in a link.
  private static String decoded(String link) {
    try {
      return URLDecoder.decode(link, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return link;
    }
  }
}
