package com.crmres.server.ordering.cart;

import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.Menus;
import com.crmres.server.menu.Stock;
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
  private final Stock stock;
  private final Zones zones;
  private final Clock clock;
  private final BranchSigns signs = new BranchSigns();

  Offers(Restaurants restaurants, Menus menus, Zones zones, Clock clock) {
    this.restaurants = restaurants;
    this.menus = menus;
    this.stock = new Stock(menus);
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
    // One decision sees one menu, and asks the database once whether it is still in force.
    Map<UUID, Menu> seen = new HashMap<>();
    Map<UUID, List<Zone>> known = new HashMap<>();
    return new Offer(
        restaurants.branches(transaction, restaurantId),
        branchId -> seen.computeIfAbsent(branchId, id -> menus.of(transaction, restaurantId, id)),
        branchId -> known.computeIfAbsent(branchId, id -> zones.of(transaction, restaurantId, id)),
        habits,
        clock.instant());
  }

  /// The lines of which the branch has too few left for the whole cart, beside what it keeps
  /// already for the order that the cart changes; nobody else takes any until the transaction ends.
  List<CartLine> tooFew(Transaction transaction, UUID restaurantId, UUID branchId, Cart cart) {
    Map<UUID, Integer> wanted = new HashMap<>();
    for (CartLine line : cart.lines()) {
      line.counted().forEach(id -> wanted.merge(id, line.quantity(), Integer::sum));
    }
    UUID order = cart.changes();
    if (order != null) {
      stock
          .held(transaction, restaurantId, order)
          .forEach((id, held) -> wanted.merge(id, -held, Integer::sum));
    }
    List<UUID> gone = stock.shortOf(transaction, restaurantId, branchId, wanted);
    return cart.lines().stream().filter(line -> line.counted().anyMatch(gone::contains)).toList();
  }
}
