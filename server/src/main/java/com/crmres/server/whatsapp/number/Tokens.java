package com.crmres.server.whatsapp.number;

import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import java.util.Optional;

/// With which token a number speaks to WhatsApp: its own, or the environment's.
///
/// It is read for each call, so that a replaced one counts at once on every node.
public final class Tokens {

  private final Database database;
  private final Vault vault;
  private final String fallback;

  /// Makes the door.
  ///
  /// @param fallback the environment's token, for numbers without their own
  public Tokens(Database database, Vault vault, String fallback) {
    this.database = database;
    this.vault = vault;
    this.fallback = fallback;
  }

  /// The token of a number.
  public String of(String phoneNumberId) {
    Optional<byte[]> sealed =
        database.inSystem(transaction ->
            transaction
                .sql(
                    """
                    select token from whatsapp_number
                     where phone_number_id = :number and token is not null
                    """)
                .with("number", phoneNumberId)
                .first(row -> row.bytes("token")));
    return sealed.map(token -> vault.open(token, phoneNumberId)).orElse(fallback);
  }

  /// Gives a number another token.
  ///
  /// @return false if the restaurant of this transaction has no such number
  boolean replace(Transaction transaction, String phoneNumberId, String token) {
    return transaction
            .sql("update whatsapp_number set token = :token where phone_number_id = :number")
            .with("token", vault.seal(token, phoneNumberId))
            .with("number", phoneNumberId)
            .update()
        == 1;
  }

  @Override
  public String toString() {
    return "Tokens[***]";
  }
}
