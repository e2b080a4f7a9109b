package com.crmres.server.ordering.cart;

import com.crmres.server.database.Transaction;
import com.crmres.server.restaurant.place.PlaceWords;
import com.crmres.server.restaurant.place.Spot;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Remembers where a customer's short addresses are, once he has shown it: nobody outside is asked.
final class KnownPlaces {

  /// The place, with the pin that the same customer sent with the same short address before.
  Cart.Destination found(
      Transaction transaction, UUID restaurantId, UUID conversationId, Cart.Destination place) {
    String text = place.text();
    String address = shortAddress(place);
    return address == null || text == null || place.latitude() != null
        ? place
        : find(transaction, restaurantId, conversationId, address)
            .map(spot -> new Cart.Destination(spot.latitude(), spot.longitude(), text))
            .orElse(place);
  }

  /// Keeps a short address with the pin that stands beside it.
  void remember(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Cart.@Nullable Destination place,
      Instant now) {
    Spot spot = Delivery.spot(place).orElse(null);
    String address = place == null ? null : shortAddress(place);
    if (spot == null || address == null) {
      return;
    }
    transaction
        .sql(
            """
            insert into customer_place (restaurant_id, customer_id, short_address, latitude, longitude, shown_at)
            select restaurant_id, customer_id, :address, :latitude, :longitude, :now
              from conversation where restaurant_id = :restaurant and id = :conversation
            on conflict (restaurant_id, customer_id, short_address)
            do update set latitude = excluded.latitude, longitude = excluded.longitude, shown_at = excluded.shown_at
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("address", address)
        .with("latitude", spot.latitude())
        .with("longitude", spot.longitude())
        .with("now", now)
        .update();
  }

  private static Optional<Spot> find(
      Transaction transaction, UUID restaurantId, UUID conversationId, String address) {
    return transaction
        .sql(
            """
            select p.latitude, p.longitude
              from conversation c
              join customer_place p on p.restaurant_id = c.restaurant_id and p.customer_id = c.customer_id
             where c.restaurant_id = :restaurant and c.id = :conversation and p.short_address = :address
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("address", address)
        .first(row -> new Spot(row.decimal("latitude"), row.decimal("longitude")));
  }

  private static @Nullable String shortAddress(Cart.Destination place) {
    String text = place.text();
    return text == null ? null : PlaceWords.in(text).map(PlaceWords::shortAddress).orElse(null);
  }
}
