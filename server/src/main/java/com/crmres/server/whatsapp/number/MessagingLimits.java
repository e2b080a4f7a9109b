package com.crmres.server.whatsapp.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads WhatsApp's words for how many people may be written to outside their window in 24 h:
/// `TIER_2K`, `TIER_UNLIMITED`, `2000` (whatsapp-cloud-api.md 6.5). Pure.
final class MessagingLimits {

  /// Stands for no limit.
  static final int UNLIMITED = Integer.MAX_VALUE;

  private static final Pattern TIER = Pattern.compile("(?:TIER_)?(\\d{1,6})([KM]?)");

  private MessagingLimits() {}

  /// The limit; empty if none can be read from it.
  static Optional<Integer> read(JsonNode word) {
    return word.isValueNode() ? read(word.asText()) : Optional.empty();
  }

  private static Optional<Integer> read(String word) {
    if (word.endsWith("UNLIMITED") || word.equals("-1")) {
      return Optional.of(UNLIMITED);
    }
    Matcher tier = TIER.matcher(word);
    if (!tier.matches()) {
      return Optional.empty();
    }
    long factor =
        switch (tier.group(2)) {
          case "K" -> 1_000;
          case "M" -> 1_000_000;
          default -> 1;
        };
    return Optional.of((int) Math.min(UNLIMITED, Long.parseLong(tier.group(1)) * factor));
  }
}
