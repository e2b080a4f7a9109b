package com.crmres.server.whatsapp.webhook;

import com.crmres.server.assistant.TurnQueue;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.event.EventLog;
import com.crmres.server.whatsapp.number.Numbers;
import com.crmres.server.whatsapp.outbox.OutboxQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Restaurant Noor with a WhatsApp number, and everything between a delivery and its conversation;
/// work is done when the test says so, not by itself.
public final class NoorIntake {

  public static final String ACCOUNT = "104857600123456";
  public static final String NUMBER = "109876543210987";

  public final TestDatabase testDatabase = TestDatabase.fresh();
  public final Database database = testDatabase.database();
  public final UUID restaurantId = Ids.timeOrdered().next();
  public final Conversations conversations;
  public final Inbox inbox;
  public final DeliverySplitter splitter;
  public final Numbers numbers;

  public NoorIntake() {
    Clock clock = Clock.systemUTC();
    Ids ids = Ids.timeOrdered();
    numbers = new Numbers(database);
    conversations =
        new Conversations(
            new Customers(clock, ids),
            new OutboxQueue(() -> {}),
            new TurnQueue(new TurnQueue.Pace(Duration.ofMillis(1500), Duration.ofSeconds(6)), ids),
            new EventLog(clock, () -> {}),
            clock,
            ids);
    inbox = new Inbox(testDatabase.application(), () -> {});
    splitter = new DeliverySplitter(database, () -> {});
    database.changeRestaurant(
        restaurantId,
        transaction ->
            transaction
                .sql(
                    """
                    insert into restaurant (restaurant_id, name_ar, name_en, created_at)
                    values (:id, 'نور', 'Noor', now())
                    """)
                .with("id", restaurantId)
                .update());
    numbers.assign(restaurantId, ACCOUNT, NUMBER, 60);
    inbox.start();
  }

  public void stop() throws InterruptedException {
    inbox.stop();
    testDatabase.close();
  }

  /// A worker as one more node would have.
  public UnitWorker worker(String node) {
    return new UnitWorker(database, inbox, node, numbers, conversations, List.of(), List.of());
  }

  public void deliver(byte[] body) throws InterruptedException {
    if (!inbox.keep(body)) {
      throw new AssertionError("a delivery was refused");
    }
  }

  /// Does all that can be done now.
  public void work() {
    UnitWorker worker = worker("node");
    boolean more = true;
    while (more) {
      more = splitter.split();
      more |= worker.work();
    }
  }

  /// What the customers wrote, as `sender: text`, in the order of conversations and messages.
  public List<String> thread() {
    return database.inRestaurant(
        restaurantId,
        transaction ->
            transaction
                .sql(
                    """
                    select coalesce(k.name, '') || ': ' || m.content as line
                      from message m
                      join conversation c on c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
                      join customer k on k.restaurant_id = c.restaurant_id and k.id = c.customer_id
                     where m.restaurant_id = :restaurant
                     order by k.name, m.conversation_id, m.sequence
                    """)
                .with("restaurant", restaurantId)
                .list(row -> row.text("line")));
  }

  public long count(String table) {
    return database.inRestaurant(
        restaurantId,
        transaction ->
            transaction.sql("select count(*) as n from " + table).one(row -> row.number("n")));
  }

  /// Why units were left for people.
  public List<String> setAside() {
    return database.inSystem(transaction ->
        transaction
            .sql("select set_aside from webhook_unit where set_aside is not null order by 1")
            .list(row -> row.text("set_aside")));
  }

  public long waitingUnits() {
    return database.inSystem(transaction ->
        transaction
            .sql("select count(*) as n from webhook_unit where set_aside is null")
            .one(row -> row.number("n")));
  }
}
