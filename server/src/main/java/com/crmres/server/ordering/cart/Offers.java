package com.crmres.server.ordering.cart;

import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menus;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.util.UUID;

/// Says what a restaurant can sell at this moment.
final class Offers {

  private final Restaurants restaurants;
  private final Menus menus;
  private final Clock clock;

  Offers(Restaurants restaurants, Menus menus, Clock clock) {
    this.restaurants = restaurants;
    this.menus = menus;
    this.clock = clock;
  }

  Offer now(Transaction transaction, UUID restaurantId) {
    return new Offer(
        restaurants.branches(transaction, restaurantId),
        branchId -> menus.of(transaction, restaurantId, branchId),
        clock.instant());
  }
}
