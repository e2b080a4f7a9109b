package com.crmres.server.assistant.evaluation;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.OpeningHours;
import com.crmres.server.restaurant.Restaurant;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// The restaurant in which suites play: one branch, which delivers, on an evening on which it is
/// open.
final class TrialHouse {

  static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");
  static final LocalizedText BRANCH = new LocalizedText("الفرع الرئيسي", "Main branch");

  /// Where it is.
  static final String MAP = "https://maps.google.com/?q=24.70000,46.70000";

  private static final LocalizedText NAMELESS = new LocalizedText("المطعم", "The restaurant");
  private static final int MINUTES = 20;

  private TrialHouse() {}

  static LocalizedText name(SuiteMenu menu) {
    return menu.name().en().isBlank() ? NAMELESS : menu.name();
  }

  static Restaurant restaurant(SuiteMenu menu, Personality personality) {
    return new Restaurant(menu.menu().restaurantId(), name(menu), personality, null);
  }

  static Branch branch(SuiteMenu menu) {
    return new Branch(
        menu.menu().branchId(),
        "A",
        BRANCH,
        new LocalizedText("الرياض", "Riyadh"),
        ZoneId.of("Asia/Riyadh"),
        24.7,
        46.7,
        OpeningHours.daily(new OpeningHours.Span(LocalTime.of(6, 0), LocalTime.of(2, 0))),
        true,
        MINUTES);
  }
}
