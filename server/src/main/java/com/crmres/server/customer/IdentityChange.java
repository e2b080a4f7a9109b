package com.crmres.server.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// WhatsApp says that a person has other identifiers from now on (whatsapp-cloud-api.md 2.4).
///
/// @param previousUserId and
/// @param previousPhone what he was known by; either may be missing
/// @param now what he is known by
/// @param at when it happened
public record IdentityChange(
    @Nullable String previousUserId, @Nullable String previousPhone, Identifiers now, Instant at) {

  /// Whether he has another phone number now, and with it another user id.
  boolean isOtherPhone() {
    return now.phone() != null && !now.phone().equals(previousPhone);
  }
}
