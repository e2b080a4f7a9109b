package com.crmres.server.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What WhatsApp says a person is called; any part may be missing.
///
/// @param userId business-scoped user id, the surest of the three
/// @param phone digits with country code, WhatsApp's `wa_id`
/// @param username changeable handle, shown but never a key
public record Identifiers(
    @Nullable String userId, @Nullable String phone, @Nullable String username) {

  public Identifiers {
    if (userId == null && phone == null) {
      throw new IllegalArgumentException("a person needs a user id or a phone");
    }
  }

  /// What customers are recognised by, the surest first.
  Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    if (userId != null) {
      keys.put("user_id", userId);
    }
    if (phone != null) {
      keys.put("phone", phone);
    }
    return keys;
  }
}
