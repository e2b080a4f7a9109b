package com.crmres.server.payment;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.event.EventLog;
import com.crmres.server.identity.Access;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.Purse;
import com.crmres.server.receipt.Receipts;
import java.time.Clock;
import java.util.Map;

/// Puts together what takes money with one provider of links.
public final class Cashier {

  private final Database database;
  private final Receipts receipts;
  private final PaymentProvider provider;
  private final Accounts accounts;
  private final Clock clock;
  private final Ids ids;
  private final Ledger ledger;
  private final Payments payments;
  private final Settling settling;
  private final Telling telling;
  private final Returned returned;
  private final Texts texts = new Texts();

  /// Makes it.
  ///
  /// @param wakeCaller told after commit that the provider is to be asked something
  public Cashier(
      Database database,
      EventLog events,
      Conversations conversations,
      Receipts receipts,
      PaymentProvider provider,
      Accounts.Sealing sealing,
      Clock clock,
      Ids ids,
      Runnable wakeCaller) {
    this.database = database;
    this.receipts = receipts;
    this.provider = provider;
    this.clock = clock;
    this.ids = ids;
    accounts = new Accounts(database, sealing, clock);
    ledger = new Ledger(events, clock, ids, wakeCaller);
    telling = new Telling(conversations, texts, clock);
    returned = new Returned(ledger, receipts, telling);
    payments = new Payments(ledger, returned, accounts, clock, ids);
    settling = new Settling(ledger, payments);
  }

  public Payments payments() {
    return payments;
  }

  Accounts accounts() {
    return accounts;
  }

  /// What customers are asked, and choose.
  public Choosing choosing() {
    return new Choosing(payments, texts);
  }

  /// Follows every order.
  public OrderFollower follower() {
    return new PaymentFollower(payments, settling, ledger, returned, choosing(), clock, ids);
  }

  /// Says how orders stand with their money.
  public Purse purse() {
    return new OrderPurse(ledger, payments);
  }

  /// Asks the provider.
  public CallWorker worker(Orders orders) {
    Arrived arrived = new Arrived(ledger, payments, settling, orders, receipts, returned, telling);
    Answers answers = new Answers(ledger, orders, arrived, returned, telling, clock);
    return new CallWorker(
        database, Map.of(provider.name(), provider), accounts, ledger, answers, texts, clock);
  }

  public PaymentRoutes routes(Orders orders, Access access) {
    return new PaymentRoutes(database, payments, accounts, orders, access, provider.name());
  }

  public WebhookRoutes webhook() {
    return new WebhookRoutes(database, provider, accounts, payments);
  }
}
