package com.crmres.server.whatsapp.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something heard of one aspect of a template.
///
/// @param value the wire name of a status, category or quality, or components as JSON
/// @param reason why, in WhatsApp's words
/// @param advice what to do about it
/// @param at when it happened
record News(
    Aspect aspect, String value, @Nullable String reason, @Nullable String advice, Instant at) {

  static News of(Aspect aspect, String value, Instant at) {
    return new News(aspect, value, null, null, at);
  }
}
