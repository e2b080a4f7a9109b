package com.crmres.desktop;

import com.crmres.common.menu.AbsenceReason;
import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.BranchMode;
import com.crmres.common.restaurant.BranchState;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Prayer;
import com.crmres.common.restaurant.PrayerTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a branch sells, in memory.
public final class FakeMenu {

  private final Clock clock;
  private final Map<UUID, MenuDetails.Item> items = new LinkedHashMap<>();
  private final List<AvailabilityRequest> asked = new ArrayList<>();

  FakeMenu(Clock clock) {
    this.clock = clock;
    has("برجر دجاج", "Chicken burger", 2100);
    has("برجر لحم", "Beef burger", 2400);
    has("بطاطس", "Fries", 900);
    has("بيبسي", "Pepsi", 500);
    has("كبسة دجاج", "Chicken kabsa", 3200);
    has("أم علي", "Umm Ali", 1400);
  }

  /// A branch whose menu nobody has written yet.
  public synchronized void sellsNothing() {
    items.clear();
  }

  private void has(String arabic, String english, long halalas) {
    UUID id = World.id("item " + english);
    items.put(
        id, new MenuDetails.Item(id, new LocalizedText(arabic, english), new Money(halalas), true));
  }

  public synchronized MenuDetails menu(UUID branchId) {
    var category =
        new MenuDetails.Category(
            World.id("category"),
            new LocalizedText("الأطباق", "Dishes"),
            List.copyOf(items.values()));
    return new MenuDetails(branchId, List.of(category));
  }

  public synchronized String availability(UUID itemId, AvailabilityRequest request) {
    asked.add(request);
    items.computeIfPresent(
        itemId,
        (id, item) ->
            new MenuDetails.Item(
                id,
                item.name(),
                item.price(),
                request.available(),
                request.available() ? null : AbsenceReason.ITEM,
                until(request.preset()),
                null,
                null,
                List.of()));
    return "";
  }

  private @Nullable Instant until(@Nullable AvailabilityPreset preset) {
    if (preset == AvailabilityPreset.HALF_HOUR) {
      return clock.instant().plus(Duration.ofMinutes(30));
    }
    return preset == AvailabilityPreset.HOUR ? clock.instant().plus(Duration.ofHours(1)) : null;
  }

  public synchronized List<AvailabilityRequest> asked() {
    return List.copyOf(asked);
  }

  public BranchState state(UUID branchId) {
    return new BranchState(branchId, BranchMode.ONLINE, null, 0, true, true, null);
  }

  /// Sunset is in 38 minutes, the night prayer an hour and a half after it.
  public List<PrayerTime> prayers() {
    Instant sunset = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(38));
    return List.of(
        new PrayerTime(Prayer.MAGHRIB, sunset),
        new PrayerTime(Prayer.ISHA, sunset.plus(Duration.ofMinutes(90))));
  }
}
