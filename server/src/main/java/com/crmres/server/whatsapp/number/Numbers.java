package com.crmres.server.whatsapp.number;

import com.crmres.common.channel.ChannelNumber;
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
  private final NumberStore store = new NumberStore();

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

  /// The restaurant's numbers and how they stand.
  public List<ChannelNumber> list(Transaction transaction, UUID restaurantId) {
    return store.list(transaction, restaurantId);
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

  /// Gives a restaurant its number; one it has already keeps what was learned of it.
  ///
  /// @param accountId the WhatsApp Business Account that holds it
  public void assign(UUID restaurantId, String accountId, String phoneNumberId) {
    database.changeRestaurant(
        restaurantId,
        transaction -> store.add(transaction, restaurantId, accountId, phoneNumberId));
  }

  /// Gives a restaurant its number with a pace that the operator wants.
  ///
  /// @param messagesPerSecond the number's throughput, incoming and outgoing together
  public void assign(
      UUID restaurantId, String accountId, String phoneNumberId, double messagesPerSecond) {
    database.changeRestaurant(
        restaurantId,
        transaction -> {
          store.add(transaction, restaurantId, accountId, phoneNumberId);
          store.setRate(transaction, phoneNumberId, messagesPerSecond);
        });
  }
}
