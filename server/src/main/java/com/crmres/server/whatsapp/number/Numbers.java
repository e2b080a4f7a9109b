package com.crmres.server.whatsapp.number;

import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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

  /// The restaurants with a number of this WhatsApp Business Account.
  public List<UUID> restaurantsOfAccount(String accountId) {
    return database.inSystem(transaction ->
        transaction
            .sql(
                """
                select distinct restaurant_id from whatsapp_number where account_id = :account
                """)
            .with("account", accountId)
            .list(row -> row.uuid("restaurant_id")));
  }

  /// Counts a status of a message that another program sent from this number.
  public void heardForeignStatus(Transaction transaction, @Nullable String phoneNumberId) {
    transaction
        .sql(
            """
            update whatsapp_number set foreign_statuses = foreign_statuses + 1
             where phone_number_id = :number
            """)
        .with("number", phoneNumberId)
        .update();
  }

  /// Gives a restaurant its number; one it has already stays as it is.
  ///
  /// @param accountId the WhatsApp Business Account that holds it
  /// @param messagesPerSecond the number's throughput, incoming and outgoing together
  public void assign(
      UUID restaurantId, String accountId, String phoneNumberId, double messagesPerSecond) {
    database.changeRestaurant(
        restaurantId,
        transaction ->
            transaction
                .sql(
                    """
                    insert into whatsapp_number (restaurant_id, account_id, phone_number_id, messages_per_second)
                    values (:restaurant, :account, :number, :rate)
                    on conflict (phone_number_id) do update
                       set messages_per_second = excluded.messages_per_second,
                           account_id = excluded.account_id
                     where whatsapp_number.restaurant_id = excluded.restaurant_id
                    """)
                .with("restaurant", restaurantId)
                .with("account", accountId)
                .with("number", phoneNumberId)
                .with("rate", messagesPerSecond)
                .update());
  }
}
