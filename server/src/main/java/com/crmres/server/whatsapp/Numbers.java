package com.crmres.server.whatsapp;

import com.crmres.server.database.Database;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Which restaurant a WhatsApp number belongs to.
public final class Numbers {

  private final Database database;

  /// A number never moves to another restaurant, so what was found once stays true.
  private final Map<String, UUID> known = new ConcurrentHashMap<>();

  public Numbers(Database database) {
    this.database = database;
  }

  /// The restaurant of `phoneNumberId`, WhatsApp's id of the number.
  public Optional<UUID> restaurantOf(String phoneNumberId) {
    UUID restaurantId = known.get(phoneNumberId);
    if (restaurantId != null) {
      return Optional.of(restaurantId);
    }
    Optional<UUID> found =
        database.inSystem(transaction ->
            transaction
                .sql(
                    """
                    select restaurant_id from whatsapp_number where phone_number_id = :number
                    """)
                .with("number", phoneNumberId)
                .first(row -> row.uuid("restaurant_id")));
    found.ifPresent(id -> known.put(phoneNumberId, id));
    return found;
  }

  /// Gives a restaurant its number; one it has already stays as it is.
  ///
  /// @param messagesPerSecond the number's throughput, incoming and outgoing together
  public void assign(UUID restaurantId, String phoneNumberId, double messagesPerSecond) {
    database.changeRestaurant(
        restaurantId,
        transaction ->
            transaction
                .sql(
                    """
                    insert into whatsapp_number (restaurant_id, phone_number_id, messages_per_second)
                    values (:restaurant, :number, :rate)
                    on conflict (phone_number_id) do update
                       set messages_per_second = excluded.messages_per_second
                     where whatsapp_number.restaurant_id = excluded.restaurant_id
                    """)
                .with("restaurant", restaurantId)
                .with("number", phoneNumberId)
                .with("rate", messagesPerSecond)
                .update());
  }
}
