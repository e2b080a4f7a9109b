package com.crmres.desktop.shell;

import com.crmres.common.restaurant.PrayerTime;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.MenuApi;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Which prayer is called next at the branch. What was asked once is good for days without network.
final class NextPrayer {

  private final MenuApi api;
  private final Calls calls;
  private final UUID branchId;
  private final ReadOnlyObjectWrapper<@Nullable PrayerTime> next = new ReadOnlyObjectWrapper<>();
  private List<PrayerTime> coming = List.of();

  NextPrayer(MenuApi api, Calls calls, UUID branchId) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
  }

  /// Absent while none is known.
  ReadOnlyObjectProperty<@Nullable PrayerTime> next() {
    return next.getReadOnlyProperty();
  }

  void reload(Instant now) {
    calls.ask(
        () -> api.prayers(branchId).items(),
        times -> {
          coming = times;
          tick(now);
        },
        why -> {});
  }

  void tick(Instant now) {
    next.set(coming.stream().filter(prayer -> prayer.at().isAfter(now)).findFirst().orElse(null));
  }
}
