package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.conversation.TurnTaking;
import com.crmres.server.customer.Customers;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.database.Database;
import com.crmres.server.database.DatabaseAddress;
import com.crmres.server.database.Ids;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.restaurant.Restaurants;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Restaurant Noor on a real database, with everything an order needs but WhatsApp.
final class World implements AutoCloseable {

  private static final AtomicInteger CUSTOMERS = new AtomicInteger();

  final MovingClock clock = new MovingClock(Noor.EVENING);
  final Ids ids = Ids.timeOrdered();
  final Database database;
  private final TestDatabase fresh = TestDatabase.fresh();
  final EventLog events = new EventLog(clock, () -> {});
  final Restaurants restaurants = new Restaurants(clock);
  final Menus menus = new Menus(events);
  final Conversations conversations =
      new Conversations(
          new Customers(clock, ids),
          new SilentChannel(),
          new NobodysTurn(),
          events,
          clock,
          ids,
          Duration.ofMinutes(30));
  final Carts carts = new Carts(restaurants, menus, clock, ids);
  final List<UUID> soldOut = new CopyOnWriteArrayList<>();
  final List<String> rung = new CopyOnWriteArrayList<>();
  final Set<UUID> atTill = new CopyOnWriteArraySet<>();
  final List<PaymentStep> payments = new CopyOnWriteArrayList<>();
  final Orders orders =
      new Orders(
          restaurants,
          carts,
          conversations,
          events,
          new OrderPorts(
              List.of(new Ledger(payments)),
              List.of((_, _, order, rung) -> this.rung.add(order.number() + " " + rung.wireName())),
              (_, _, _, item) -> soldOut.add(item),
              (_, _, order) -> atTill.contains(order),
              Purse.NONE),
          clock,
          ids);

  World() {
    this.database = fresh.database();
    database.changeRestaurant(Noor.ID, this::build);
  }

  <T extends @Nullable Object> T in(Function<Transaction, T> work) {
    return database.inRestaurant(Noor.ID, work);
  }

  /// A customer says hello.
  UUID conversation() {
    int count = CUSTOMERS.incrementAndGet();
    String phone = "9665" + (10_000_000 + count);
    database.changeRestaurant(
        Noor.ID,
        tx ->
            conversations.receive(
                tx,
                Noor.ID,
                new InboundMessage(
                    "1000",
                    new Identifiers(null, phone, null),
                    "Sara",
                    "wamid." + count,
                    new MessageContent.Text("السلام عليكم"),
                    InboundMessage.Mentions.NONE,
                    "{}",
                    clock.instant(),
                    true)));
    return in(tx ->
        tx.sql(
                """
                select c.id from conversation c
                  join customer_identifier i on i.restaurant_id = c.restaurant_id and i.customer_id = c.customer_id
                 where i.value = :phone
                """)
            .with("phone", phone)
            .one(row -> row.uuid("id")));
  }

  /// The customer of a conversation taps a button.
  void taps(UUID conversation, MessageContent.Button button) {
    int count = CUSTOMERS.incrementAndGet();
    String phone =
        in(tx ->
            tx.sql(
                    """
                    select i.value from conversation c
                      join customer_identifier i on i.restaurant_id = c.restaurant_id and i.customer_id = c.customer_id
                     where c.id = :id and i.kind = 'phone'
                    """)
                .with("id", conversation)
                .one(row -> row.text("value")));
    database.changeRestaurant(
        Noor.ID,
        tx ->
            conversations.receive(
                tx,
                Noor.ID,
                new InboundMessage(
                    "1000",
                    new Identifiers(null, phone, null),
                    "Sara",
                    "wamid.tap." + count,
                    new MessageContent.Choice(button.id(), button.title()),
                    InboundMessage.Mentions.NONE,
                    "{}",
                    clock.instant(),
                    true)));
  }

  Cart change(UUID conversation, CartCommand... commands) {
    for (CartCommand command : commands) {
      CartResult result = in(tx -> carts.apply(tx, Noor.ID, conversation, command));
      assertThat(result).isInstanceOf(CartResult.Changed.class);
    }
    return cart(conversation);
  }

  Cart cart(UUID conversation) {
    return in(tx -> carts.current(tx, Noor.ID, conversation));
  }

  /// A cart that needs nothing but the customer's yes.
  Cart readBack(UUID conversation, Fulfilment fulfilment) {
    change(conversation, new CartCommand.Add(Noor.BURGER.id(), 2, List.of()));
    change(conversation, new CartCommand.ChooseFulfilment(fulfilment));
    change(conversation, new CartCommand.ChooseBranch(Noor.OLAYA.id()));
    if (fulfilment == Fulfilment.DELIVERY) {
      change(conversation, new CartCommand.DeliverTo(new Cart.Destination(24.7, 46.68, "شقة 4")));
    }
    return readBack(conversation);
  }

  Cart readBack(UUID conversation) {
    Cart cart = cart(conversation);
    database.changeRestaurant(Noor.ID, tx -> carts.markReadBack(tx, Noor.ID, cart));
    return cart(conversation);
  }

  PlaceResult place(UUID conversation, Cart cart) {
    return in(
        tx -> orders.place(tx, Noor.ID, conversation, cart.id(), cart.version(), Actor.customer()));
  }

  OrderSummary placed(Fulfilment fulfilment) {
    UUID conversation = conversation();
    PlaceResult result = place(conversation, readBack(conversation, fulfilment));
    assertThat(result).isInstanceOf(PlaceResult.Placed.class);
    return ((PlaceResult.Placed) result).order();
  }

  OrderResult apply(UUID orderId, OrderCommand command) {
    return in(tx -> orders.apply(tx, Noor.ID, orderId, command, Actor.system()));
  }

  OrderSummary order(UUID orderId) {
    return in(tx -> orders.find(tx, Noor.ID, orderId)).orElseThrow();
  }

  /// What we said to the customer, oldest first.
  List<String> told(UUID conversation) {
    return said(conversation).stream().map(MessageContent::preview).toList();
  }

  List<MessageContent> said(UUID conversation) {
    return in(tx ->
        tx.sql(
                """
                select content from message
                 where conversation_id = :conversation and sender = 'system' order by sequence
                """)
            .with("conversation", conversation)
            .list(row -> row.json("content", MessageContent.class)));
  }

  List<LiveEvent> events() {
    return in(tx ->
        tx.sql("select event from live_event order by id")
            .list(row -> Json.read(row.text("event"), LiveEvent.class)));
  }

  long count(String table) {
    return in(tx -> tx.sql("select count(*) as n from " + table).one(row -> row.number("n")));
  }

  /// Lets the database know how much there is, as it learns by itself where it runs for long.
  void analyze() {
    DatabaseAddress owner = fresh.owner();
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      statement.execute("analyze orders, cart, order_event");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    fresh.close();
  }

  private void build(Transaction tx) {
    restaurants.add(tx, Noor.RESTAURANT);
    restaurants.addBranch(tx, Noor.ID, Noor.OLAYA);
    restaurants.addBranch(tx, Noor.ID, Noor.MALAZ);
    menus.add(tx, Noor.ID, Noor.EVERYTHING);
  }

  /// Follows the money of orders.
  private record Ledger(List<PaymentStep> payments) implements OrderFollower {
    @Override
    public void follow(Transaction transaction, UUID restaurantId, OrderStep step) {}

    @Override
    public void followPayment(Transaction transaction, UUID restaurantId, PaymentStep step) {
      payments.add(step);
    }
  }

  /// Takes every message and sends none.
  private static final class SilentChannel implements Channel {
    @Override
    public void queue(Transaction transaction, OutgoingMessage message) {}
  }

  /// Lets nobody answer.
  private static final class NobodysTurn implements TurnTaking {
    @Override
    public void customerWrote(
        Transaction transaction,
        UUID restaurantId,
        UUID conversationId,
        long sequence,
        Instant at) {}

    @Override
    public boolean hasAnswered(
        Transaction transaction, UUID restaurantId, UUID conversationId, long place) {
      return false;
    }

    @Override
    public void settled(
        Transaction transaction, UUID restaurantId, UUID conversationId, long sequence) {}

    @Override
    public void silence(Transaction transaction, UUID restaurantId, UUID conversationId) {}
  }
}
