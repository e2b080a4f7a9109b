package com.crmres.server.whatsapp.number;

import org.jspecify.annotations.Nullable;

/// How fast a number may send: three quarters of what WhatsApp takes, since incoming messages count
/// too (whatsapp-cloud-api.md 7).
///
/// @param pinned what the operator wants for every number; null for what WhatsApp allows
public record Rates(@Nullable Double pinned) {

  /// Of a number that WhatsApp has not described yet.
  public static final double STANDARD = 60;

  private static final double HIGH = 750;
  private static final double COEXISTING = 15;

  /// The rate of a number.
  ///
  /// @param throughput WhatsApp's word, `HIGH` for 1,000 a second; null if it was not asked yet
  /// @param coexists whether the number is shared with the WhatsApp Business app
  double of(@Nullable String throughput, boolean coexists) {
    if (pinned != null) {
      return pinned;
    }
    if (coexists) {
      return COEXISTING;
    }
    return "HIGH".equals(throughput) ? HIGH : STANDARD;
  }
}
