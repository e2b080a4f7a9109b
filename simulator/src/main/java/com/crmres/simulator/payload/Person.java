package com.crmres.simulator.payload;

import com.crmres.simulator.weather.Dice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Someone on WhatsApp, as a business may see them.
///
/// @param phone digits with country code; absent if the person writes under a username
/// @param userId the business-scoped user id
/// @param name the profile name they chose; absent if none is shared
public record Person(
    @Nullable String phone, String userId, @Nullable String name, @Nullable String username) {

  public static Person of(String phone, String name) {
    return new Person(phone, userIdOf(phone), name, null);
  }

  /// The same phone always has the same business-scoped id here, as with one business on WhatsApp.
  public static String userIdOf(String phone) {
    long mixed = new Dice(0x5a).bits("user-id", phone) >>> 1;
    return "SA.2026" + String.format(Locale.ROOT, "%019d", mixed);
  }

  /// The one key under which this person is known in the simulation.
  public String key() {
    return phone == null ? userId : phone;
  }
}
