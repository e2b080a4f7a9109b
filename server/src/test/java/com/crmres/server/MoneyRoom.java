package com.crmres.server;

import com.crmres.server.payment.Cashier;
import com.crmres.server.payment.Choosing;
import com.crmres.server.payment.moyasar.Moyasar;
import com.crmres.server.receipt.Receipts;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.whatsapp.number.Vault;
import java.net.URI;
import java.security.SecureRandom;

/// How customers of restaurant Noor choose to pay, without anybody outside who takes money.
public final class MoneyRoom {

  private MoneyRoom() {}

  public static Choosing choosing(NoorHouse noor, Restaurants restaurants) {
    return new Cashier(
            noor.database,
            noor.events,
            noor.conversations,
            new Receipts(restaurants, noor.clock, noor.ids),
            new Moyasar(URI.create("http://127.0.0.1:9/v1")),
            MoneyWiring.sealing(Vault.of("x".repeat(32), new SecureRandom())),
            noor.clock,
            noor.ids,
            () -> {})
        .choosing();
  }
}
