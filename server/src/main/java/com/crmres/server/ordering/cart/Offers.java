package com.crmres.server.ordering.cart;

import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menus;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.restaurant.place.Zone;
import com.crmres.server.restaurant.place.Zones;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Says what a restaurant can sell at this moment.
final class Offers {

  private final Restaurants restaurants;
  private final Menus menus;
  private final Zones zones;
  private final Clock clock;
  private final BranchSigns signs = new BranchSigns();

  Offers(Restaurants restaurants, Menus menus, Zones zones, Clock clock) {
    this.restaurants = restaurants;
    this.menus = menus;
    this.zones = zones;
    this.clock = clock;
  }

  /// To anybody.
  Offer now(Transaction transaction, UUID restaurantId) {
    return now(transaction, restaurantId, BranchChoice.Habits.NONE);
  }

  /// To the customer of a conversation, whose earlier visits count when a branch is chosen.
  Offer now(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return now(
        transaction,
        restaurantId,
        () -> signs.of(transaction, restaurantId, conversationId, clock.instant()));
  }

  private Offer now(Transaction transaction, UUID restaurantId, BranchChoice.Habits habits) {
    Map<UUID, List<Zone>> known = new HashMap<>();
    return new Offer(
        restaurants.branches(transaction, restaurantId),
        branchId -> menus.of(transaction, restaurantId, branchId),
        branchId -> known.computeIfAbsent(branchId, id -> zones.of(transaction, restaurantId, id)),
        habits,
        clock.instant());
  }
}
