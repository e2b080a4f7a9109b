package com.crmres.server.ordering.cart;

import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menus;
import com.crmres.server.menu.Stock;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Says what a restaurant can sell at this moment.
final class Offers {

  private final Restaurants restaurants;
  private final Menus menus;
  private final Stock stock;
  private final Clock clock;

  Offers(Restaurants restaurants, Menus menus, Clock clock) {
    this.restaurants = restaurants;
    this.menus = menus;
    this.stock = new Stock(menus);
    this.clock = clock;
  }

  Offer now(Transaction transaction, UUID restaurantId) {
    return new Offer(
        restaurants.branches(transaction, restaurantId),
        branchId -> menus.of(transaction, restaurantId, branchId),
        clock.instant());
  }

  /// The lines of which the branch has too few left for the whole cart; nobody else takes any until
  /// the transaction ends.
  List<CartLine> tooFew(
      Transaction transaction, UUID restaurantId, UUID branchId, List<CartLine> lines) {
    Map<UUID, Integer> wanted = new HashMap<>();
    for (CartLine line : lines) {
      counted(line).forEach(id -> wanted.merge(id, line.quantity(), Integer::sum));
    }
    List<UUID> gone = stock.shortOf(transaction, restaurantId, branchId, wanted);
    return lines.stream().filter(line -> counted(line).anyMatch(gone::contains)).toList();
  }

  private static Stream<UUID> counted(CartLine line) {
    return Stream.concat(Stream.of(line.itemId()), line.optionIds().stream());
  }
}
