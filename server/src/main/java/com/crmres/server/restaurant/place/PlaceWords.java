package com.crmres.server.restaurant.place;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of a message that says where a customer is in another way than in words: coordinates, a
/// link to a map, a short national address.
///
/// @param from where it begins in the message
/// @param to behind its end
/// @param spot where that is; null if it does not say so itself
/// @param shortAddress four letters and four digits; null if it is none
public record PlaceWords(int from, int to, @Nullable Spot spot, @Nullable String shortAddress) {

  /// The first such part of a message.
  public static Optional<PlaceWords> in(String message) {
    String plain = PlainDigits.of(message);
    return MapLink.in(plain).or(() -> Coordinates.in(plain)).or(() -> ShortAddress.in(plain));
  }

  /// The message without it; null if nothing is left.
  public @Nullable String rest(String message) {
    String rest = (message.substring(0, from) + " " + message.substring(to)).strip();
    String tidy = rest.replaceAll("[ \\t]{2,}", " ").replaceAll("^[\\s:،,.-]+|[\\s:،,-]+$", "");
    return tidy.codePoints().anyMatch(Character::isLetterOrDigit) ? tidy : null;
  }

  /// What a driver needs of it in words: the short address with the rest of the message, or a link
  /// that only his telephone can open.
  public @Nullable String words(String message) {
    String rest = rest(message);
    String own =
        shortAddress != null ? shortAddress : spot == null ? message.substring(from, to) : null;
    if (own == null) {
      return rest;
    }
    return rest == null ? own : own + " " + rest;
  }
}
