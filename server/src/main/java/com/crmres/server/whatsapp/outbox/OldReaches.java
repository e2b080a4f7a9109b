package com.crmres.server.whatsapp.outbox;

import com.crmres.server.database.Database;

/// Forgets whom a portfolio reached more than a day ago: its limit counts them no more.
public final class OldReaches {

  private final Database database;

  public OldReaches(Database database) {
    this.database = database;
  }

  /// By the database's clock, as [Gate] counts.
  public void forget() {
    database.changeSystem(transaction ->
        transaction
            .sql("delete from portfolio_reach where reached_at < now() - interval '24 hours'")
            .update());
  }
}
