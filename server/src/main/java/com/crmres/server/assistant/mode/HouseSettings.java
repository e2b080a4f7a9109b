package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.Intent;
import com.crmres.server.database.Transaction;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What each house decided about its assistant: how it speaks, how far it may go, what it may cost.
public final class HouseSettings {

  private static final SettingsStore.Kept UNDECIDED =
      new SettingsStore.Kept(new ModeRules(List.of()), 10, 200, 0);

  private final Restaurants restaurants;
  private final Clock clock;
  private final SettingsStore store = new SettingsStore();

  public HouseSettings(Restaurants restaurants, Clock clock) {
    this.restaurants = restaurants;
    this.clock = clock;
  }

  /// What holds now.
  public AssistantSettings of(Transaction transaction, UUID restaurantId) {
    SettingsStore.Kept kept = kept(transaction, restaurantId);
    return new AssistantSettings(
        restaurants.of(transaction, restaurantId).personality(),
        kept.rules().rules(),
        kept.undoSeconds(),
        kept.centsPerDay(),
        kept.version());
  }

  /// Changes all of it at once.
  ///
  /// @return false if somebody else has changed it since `wanted.version()`
  boolean change(
      Transaction transaction, UUID restaurantId, AssistantSettings wanted, UUID staffId) {
    SettingsStore.Kept decided =
        new SettingsStore.Kept(
            new ModeRules(wanted.modes()), wanted.undoSeconds(), wanted.centsPerDay(), 0);
    boolean kept =
        store.keep(transaction, restaurantId, decided, wanted.version(), staffId, clock.instant());
    if (kept) {
      restaurants.speaksAs(transaction, restaurantId, wanted.personality());
    }
    return kept;
  }

  AssistantMode mode(
      Transaction transaction,
      UUID restaurantId,
      @Nullable UUID branchId,
      @Nullable Intent intent) {
    return kept(transaction, restaurantId).rules().mode(branchId, intent);
  }

  Duration undo(Transaction transaction, UUID restaurantId) {
    return Duration.ofSeconds(kept(transaction, restaurantId).undoSeconds());
  }

  private SettingsStore.Kept kept(Transaction transaction, UUID restaurantId) {
    return store.find(transaction, restaurantId).orElse(UNDECIDED);
  }
}
