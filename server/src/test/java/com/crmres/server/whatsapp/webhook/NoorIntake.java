package com.crmres.server.whatsapp.webhook;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.live.LiveEvent;
import com.crmres.server.assistant.TurnQueue;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.FormTokens;
import com.crmres.server.conversation.MessageChanges;
import com.crmres.server.conversation.Selection;
import com.crmres.server.customer.Consents;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.identity.MovableClock;
import com.crmres.server.whatsapp.ChannelMetrics;
import com.crmres.server.whatsapp.EventHandler;
import com.crmres.server.whatsapp.MediaIntake;
import com.crmres.server.whatsapp.MediaReference;
import com.crmres.server.whatsapp.notice.Notices;
import com.crmres.server.whatsapp.number.Numbers;
import com.crmres.server.whatsapp.outbox.NoticedConsequences;
import com.crmres.server.whatsapp.outbox.OutboxQueue;
import com.crmres.server.whatsapp.outbox.Reports;
import io.helidon.metrics.api.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Restaurant Noor with a WhatsApp number, and everything between a delivery and its conversation;
/// work is done when the test says so, not by itself.
public final class NoorIntake {

  public static final String ACCOUNT = "104857600123456";
  public static final String NUMBER = "109876543210987";

  /// A few seconds after the recorded deliveries were written.
  public final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T08:00:05Z"));

  public final TestDatabase testDatabase = TestDatabase.fresh();
  public final Database database = testDatabase.database();
  public final UUID restaurantId = Ids.timeOrdered().next();
  public final TurnQueue turnQueue =
      new TurnQueue(
          new TurnQueue.Pace(Duration.ofMillis(1500), Duration.ofSeconds(6)), Ids.timeOrdered());
  public final EventLog eventLog = new EventLog(clock, () -> {});
  public final Conversations conversations;
  public final MessageChanges changes;
  public final Inbox inbox;
  public final DeliverySplitter splitter;
  public final Numbers numbers;
  public final Customers customers;
  public final Consents consents;
  public final Notices notices;

  /// The files that were to be fetched.
  public final List<MediaReference> wanted = new CopyOnWriteArrayList<>();

  /// Of the events that are neither message nor status; none but where a test adds some.
  public final List<EventHandler> handlers = new ArrayList<>();

  private final MediaIntake media = (_, _, _, reference) -> wanted.add(reference);
  private final Ids ids = Ids.timeOrdered();

  public NoorIntake() {
    numbers = new Numbers(database);
    customers = new Customers(clock, ids);
    consents = new Consents(clock, ids);
    notices = new Notices(eventLog, clock, ids);
    conversations =
        new Conversations(
            customers,
            new OutboxQueue(() -> {}),
            turnQueue,
            eventLog,
            clock,
            ids,
            Duration.ofMinutes(30));
    changes = new MessageChanges(conversations, turnQueue, eventLog, clock);
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
    MarketingWishes wishes = new MarketingWishes(conversations, customers, consents, notices);
    List<EventHandler> own =
        List.of(
            wishes,
            new ThreadEventHandler(conversations, changes, wishes, reports(), notices, media, ids));
    return new UnitWorker(
        database,
        inbox,
        node,
        numbers,
        conversations,
        changes,
        reports(),
        Stream.concat(own.stream(), handlers.stream()).toList(),
        List.of(),
        media,
        ids,
        wishes);
  }

  public Reports reports() {
    return new Reports(
        new NoticedConsequences(conversations, consents, notices, (_, _, _, _, _) -> {}, clock),
        new ChannelMetrics(Metrics.globalRegistry()));
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

  /// Works as a node until nothing is left.
  public void drain(String node) {
    UnitWorker worker = worker(node);
    while (splitter.split() || worker.work() || waitingUnits() > 0) {
      Thread.onSpinWait();
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

  /// What staff see, the first written first; there is one conversation at most.
  public List<MessageDetails> messages() {
    return in(transaction ->
        conversationId(transaction)
            .map(id ->
                conversations
                    .transcript()
                    .messages(transaction, restaurantId, id, null, 100)
                    .reversed())
            .orElse(List.of()));
  }

  /// The conversation there is.
  public ConversationSummary summary() {
    return this.<ConversationSummary>in(transaction ->
        conversations.summary(
            transaction, restaurantId, conversationId(transaction).orElseThrow()));
  }

  /// What lists of conversations show of it.
  public String lastShown() {
    return Objects.requireNonNull(summary().lastMessage()).content().preview();
  }

  /// The house says something in the conversation there is.
  public MessageDetails say(String text) {
    return this.<MessageDetails>in(transaction ->
        conversations.say(
            transaction,
            restaurantId,
            conversationId(transaction).orElseThrow(),
            Sender.AI,
            new MessageContent.Text(text),
            Channel.WhenInDoubt.SEND_AGAIN));
  }

  /// A form goes out in the conversation there is.
  public void issueForm(String token) {
    database.changeRestaurant(
        restaurantId,
        transaction ->
            new FormTokens()
                .issue(
                    transaction,
                    restaurantId,
                    conversationId(transaction).orElseThrow(),
                    token,
                    clock.instant()));
  }

  /// WhatsApp's own JSON of all messages.
  public String raw() {
    return in(transaction ->
        transaction
            .sql("select string_agg(cast(raw as text), ',') as raw from message")
            .one(row -> row.text("raw")));
  }

  /// WhatsApp's id of the message there is.
  public String wamid() {
    return in(
        transaction -> transaction.sql("select wamid from message").one(row -> row.text("wamid")));
  }

  /// The conversation there is, read page by page from the newest.
  public List<MessageDetails> pages(int limit) {
    return in(transaction -> {
      UUID id = conversationId(transaction).orElseThrow();
      List<MessageDetails> read = new ArrayList<>();
      List<MessageDetails> page;
      do {
        Long before = read.isEmpty() ? null : read.getLast().sequence();
        page = conversations.transcript().messages(transaction, restaurantId, id, before, limit);
        read.addAll(page);
      } while (!page.isEmpty());
      return read;
    });
  }

  /// Staff close the conversation there is.
  public void resolve() {
    database.changeRestaurant(
        restaurantId,
        transaction ->
            conversations.resolve(
                transaction, restaurantId, conversationId(transaction).orElseThrow(), null));
  }

  /// What open screens hear, in order.
  public List<LiveEvent> events() {
    return in(transaction ->
        transaction
            .sql("select event from live_event order by transaction_id, id")
            .list(row -> row.json("event", LiveEvent.class)));
  }

  public <T extends @Nullable Object> T in(Function<Transaction, T> work) {
    return database.inRestaurant(restaurantId, work);
  }

  private static Optional<UUID> conversationId(Transaction transaction) {
    return transaction.sql("select id from conversation").first(row -> row.uuid("id"));
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

  /// Every message, as `sender content`, in the order of conversations and messages.
  public List<String> contents() {
    return texts(
        """
        select sender || ' ' || content as t from message order by conversation_id, sequence
        """);
  }

  public List<ConversationSummary> summaries() {
    return database.inRestaurant(
        restaurantId,
        transaction ->
            conversations
                .transcript()
                .list(transaction, restaurantId, Selection.of(Set.of()), null, 100));
  }

  /// The column `t` of a query.
  public List<String> texts(String sql) {
    return database.inRestaurant(
        restaurantId, transaction -> transaction.sql(sql).list(row -> row.text("t")));
  }

  /// The column `n` of a query.
  public long number(String sql) {
    return database.inRestaurant(
        restaurantId,
        transaction ->
            transaction
                .sql("select cast(n as bigint) as n from (" + sql + ") q")
                .one(row -> row.number("n")));
  }

  /// Changes rows by hand, as time or somebody else would.
  public void change(String sql) {
    database.changeRestaurant(restaurantId, transaction -> transaction.sql(sql).update());
  }

  /// Units that wait need not wait any more.
  public void passTime() {
    database.changeSystem(
        transaction -> transaction.sql("update webhook_unit set next_at = null").update());
  }
}
