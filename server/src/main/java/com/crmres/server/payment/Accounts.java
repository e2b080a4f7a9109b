package com.crmres.server.payment;

import com.crmres.common.payment.AccountRequest;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/// The accounts of restaurants with their payment provider, sealed.
///
/// They are read for each call, so that a replaced one counts at once on every node.
public final class Accounts {

  private final Database database;
  private final Sealing sealing;
  private final Clock clock;

  public Accounts(Database database, Sealing sealing, Clock clock) {
    this.database = database;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// Seals what must not be read in the database, and opens it.
  public interface Sealing {

    /// Seals a secret.
    ///
    /// @param owner whose it is; it opens for nobody else
    byte[] seal(String secret, String owner);

    String open(byte[] sealed, String owner);
  }

  /// An account, opened.
  record Account(String provider, String secretKey, String webhookToken) {
    @Override
    public String toString() {
      return "Account[" + provider + ", ***]";
    }
  }

  Optional<Account> of(UUID restaurantId) {
    return database.inRestaurant(restaurantId, transaction -> of(transaction, restaurantId));
  }

  private Optional<Account> of(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql("select * from payment_account where restaurant_id = :restaurant")
        .with("restaurant", restaurantId)
        .first(row ->
            new Account(
                row.text("provider"),
                sealing.open(row.bytes("secret_key"), owner(restaurantId)),
                sealing.open(row.bytes("webhook_token"), owner(restaurantId))));
  }

  /// Which provider a restaurant has, if any.
  Optional<String> provider(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql("select provider from payment_account where restaurant_id = :restaurant")
        .with("restaurant", restaurantId)
        .first(row -> row.text("provider"));
  }

  void replace(
      Transaction transaction,
      UUID restaurantId,
      String provider,
      AccountRequest account,
      UUID staffId) {
    transaction
        .sql(
            """
            insert into payment_account (restaurant_id, provider, secret_key, webhook_token,
                                         changed_at, changed_by)
            values (:restaurant, :provider, :key, :token, :now, :staff)
            on conflict (restaurant_id) do update
               set provider = excluded.provider, secret_key = excluded.secret_key,
                   webhook_token = excluded.webhook_token, changed_at = excluded.changed_at,
                   changed_by = excluded.changed_by
            """)
        .with("restaurant", restaurantId)
        .with("provider", provider)
        .with("key", sealing.seal(account.secretKey(), owner(restaurantId)))
        .with("token", sealing.seal(account.webhookToken(), owner(restaurantId)))
        .with("now", clock.instant())
        .with("staff", staffId)
        .update();
  }

  private static String owner(UUID restaurantId) {
    return "payment " + restaurantId;
  }

  @Override
  public String toString() {
    return "Accounts[***]";
  }
}
