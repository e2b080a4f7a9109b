package com.crmres.server;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.server.assistant.TurnQueue;
import com.crmres.server.assistant.memory.Briefing;
import com.crmres.server.assistant.mode.Suggestions;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.InboundChange;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.conversation.MessageChanges;
import com.crmres.server.customer.Consents;
import com.crmres.server.customer.Customers;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.identity.MovableClock;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.whatsapp.notice.Notices;
import com.crmres.server.whatsapp.number.Numbers;
import com.crmres.server.whatsapp.outbox.OutboxQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Restaurant Noor with its number, its conversations and its staff on a real database; nothing
/// happens by itself.
public final class NoorHouse implements AutoCloseable {

  public static final String ACCOUNT = "104857600123456";
  public static final String NUMBER = "109876543210987";
  public static final TurnQueue.Pace PACE =
      new TurnQueue.Pace(Duration.ofMillis(1500), Duration.ofSeconds(6));

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final AtomicInteger MESSAGES = new AtomicInteger();

  public final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T18:00:00Z"));
  public final Ids ids = Ids.timeOrdered();
  public final TestDatabase testDatabase = TestDatabase.fresh();
  public final Database database = testDatabase.database();
  public final NoorStaff staff = new NoorStaff(database, clock);
  public final UUID restaurantId = staff.restaurantId;
  public final EventLog events = new EventLog(clock, () -> {});
  public final Suggestions suggestions = new Suggestions(events, clock);
  public final TurnQueue turnQueue = new TurnQueue(PACE, ids, suggestions);
  public final Customers customers = new Customers(clock, ids);
  public final Briefing briefing = new Briefing(clock, ids);
  public final Conversations conversations =
      new Conversations(
          customers,
          new OutboxQueue(() -> {}),
          turnQueue,
          events,
          clock,
          ids,
          Duration.ofMinutes(30),
          briefing);
  public final MessageChanges changes = new MessageChanges(conversations, turnQueue, events, clock);
  public final Numbers numbers = new Numbers(database);
  public final Consents consents = new Consents(clock, ids);
  public final Notices notices = new Notices(events, clock, ids);

  public NoorHouse() {
    numbers.assign(restaurantId, ACCOUNT, NUMBER, 60);
  }

  /// A customer writes.
  ///
  /// @return his conversation
  public UUID receive(String phone, String text) {
    return receive(phone, "Sara " + phone, new MessageContent.Text(text));
  }

  public UUID receive(String phone, String name, MessageContent content) {
    return in(transaction -> receive(transaction, restaurantId, phone, name, content));
  }

  public UUID receive(
      Transaction transaction, UUID restaurant, String phone, String name, MessageContent content) {
    conversations.receive(
        transaction,
        restaurant,
        new InboundMessage(
            NUMBER,
            new Identifiers(null, phone, null),
            name,
            "wamid.in." + MESSAGES.incrementAndGet(),
            content,
            InboundMessage.Mentions.NONE,
            "{}",
            clock.instant(),
            true));
    return transaction
        .sql(
            """
            select c.id from conversation c
              join customer_identifier i on i.restaurant_id = c.restaurant_id and i.customer_id = c.customer_id
             where i.value = :phone
            """)
        .with("phone", phone)
        .one(row -> row.uuid("id"));
  }

  /// WhatsApp's id of the message that a customer sent last.
  public String lastWamid() {
    return "wamid.in." + MESSAGES.get();
  }

  /// A customer changes what he wrote.
  ///
  /// @param wamid of the message he changes
  public void edit(String phone, String wamid, String text) {
    InboundMessage event = event(phone, new MessageContent.Text(text));
    database.changeRestaurant(
        restaurantId,
        transaction ->
            changes.receive(transaction, restaurantId, new InboundChange.Edited(wamid, event)));
  }

  /// A customer takes back what he wrote.
  public void revoke(String phone, String wamid) {
    InboundMessage event = event(phone, new MessageContent.Other("revoke", null));
    database.changeRestaurant(
        restaurantId,
        transaction ->
            changes.receive(transaction, restaurantId, new InboundChange.Revoked(wamid, event)));
  }

  private InboundMessage event(String phone, MessageContent content) {
    return new InboundMessage(
        NUMBER,
        new Identifiers(null, phone, null),
        null,
        "wamid.in." + MESSAGES.incrementAndGet(),
        content,
        InboundMessage.Mentions.NONE,
        "{}",
        clock.instant(),
        true);
  }

  /// The house says something.
  public MessageDetails say(UUID conversation, String text, Channel.WhenInDoubt whenInDoubt) {
    return in(transaction ->
        conversations.say(
            transaction,
            restaurantId,
            conversation,
            Sender.AI,
            new MessageContent.Text(text),
            whenInDoubt));
  }

  public ConversationSummary conversation(UUID id) {
    return this.<ConversationSummary>in(
        transaction -> conversations.summary(transaction, restaurantId, id));
  }

  /// What somebody said in a conversation, in its order.
  public List<String> said(UUID conversation, Sender sender) {
    return in(transaction ->
        transaction
            .sql(
                """
                select content from message
                 where conversation_id = :conversation and sender = :sender order by sequence
                """)
            .with("conversation", conversation)
            .with("sender", sender)
            .list(row -> row.json("content", MessageContent.class).preview()));
  }

  public <T extends @Nullable Object> T in(Function<Transaction, T> work) {
    return database.inRestaurant(restaurantId, work);
  }

  /// Changes rows by hand, as time or another node would.
  public long system(String sql) {
    return database.inSystem(transaction -> transaction.sql(sql).update());
  }

  /// Waits until something has come true.
  public static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("never came true: " + what);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  /// Waits until so many transactions of this database wait for a lock.
  public void awaitBlocked(int transactions) {
    await(
        transactions + " blocked",
        () ->
            database.inSystem(transaction ->
                transaction
                    .sql(
                        """
                        select count(*) as n from pg_stat_activity
                         where datname = current_database() and wait_event_type = 'Lock'
                        """)
                    .one(row -> row.number("n")))
                >= transactions);
  }

  @Override
  public void close() {
    testDatabase.close();
  }
}
