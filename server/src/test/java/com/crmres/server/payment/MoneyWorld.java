package com.crmres.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.conversation.Templates;
import com.crmres.server.conversation.TurnTaking;
import com.crmres.server.customer.Customers;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.AlterResult;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.OrderPorts;
import com.crmres.server.ordering.OrderResult;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.Purse;
import com.crmres.server.ordering.Revising;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.receipt.ReceiptFollower;
import com.crmres.server.receipt.Receipts;
import com.crmres.server.restaurant.Restaurants;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Restaurant Noor on a real database, with all that takes money for an order but the outside.
public final class MoneyWorld implements AutoCloseable {

  private static final AtomicInteger CUSTOMERS = new AtomicInteger();

  public final SteppingClock clock = new SteppingClock(Noor.EVENING);
  public final Ids ids = Ids.timeOrdered();

  /// What may be said outside the service window.
  public Templates templates = Templates.NONE;

  private final TestDatabase fresh = TestDatabase.fresh();
  public final Database database = fresh.database();
  public final EventLog events = new EventLog(clock, () -> {});
  public final Restaurants restaurants = new Restaurants(clock);
  public final Menus menus = new Menus(events);
  public final Conversations conversations =
      new Conversations(
          new Customers(clock, ids),
          new SilentChannel(),
          new NobodysTurn(),
          events,
          clock,
          ids,
          Duration.ofMinutes(30));
  public final Carts carts = new Carts(restaurants, menus, clock, ids);
  public final Receipts receipts = new Receipts(restaurants, clock, ids);
  private final List<OrderFollower> followers = new ArrayList<>();
  public final Orders orders;

  /// A world where receipts follow orders.
  public MoneyWorld() {
    this(_ -> List.of(), _ -> Purse.NONE);
  }

  MoneyWorld(Function<MoneyWorld, List<OrderFollower>> others, Function<MoneyWorld, Purse> purse) {
    followers.add(new ReceiptFollower(receipts));
    followers.addAll(others.apply(this));
    orders =
        new Orders(
            restaurants,
            carts,
            conversations,
            events,
            OrderPorts.of(followers, purse.apply(this)),
            clock,
            ids);
    database.changeRestaurant(Noor.ID, this::build);
  }

  public <T extends @Nullable Object> T in(Function<Transaction, T> work) {
    return database.inRestaurant(Noor.ID, work);
  }

  /// An order of two burgers that nobody has answered yet.
  public OrderSummary placed(Fulfilment fulfilment) {
    PlaceResult result = place(fulfilment);
    assertThat(result).isInstanceOf(PlaceResult.Placed.class);
    return ((PlaceResult.Placed) result).order();
  }

  /// What comes of confirming two burgers.
  PlaceResult place(Fulfilment fulfilment) {
    UUID conversation = conversation();
    change(conversation, new CartCommand.Add(Noor.BURGER.id(), 2, List.of()));
    change(conversation, new CartCommand.ChooseFulfilment(fulfilment));
    change(conversation, new CartCommand.ChooseBranch(Noor.OLAYA.id()));
    if (fulfilment == Fulfilment.DELIVERY) {
      change(conversation, new CartCommand.DeliverTo(new Cart.Destination(24.7, 46.68, "شقة 4")));
    }
    Cart cart = in(tx -> carts.current(tx, Noor.ID, conversation));
    database.changeRestaurant(Noor.ID, tx -> carts.markReadBack(tx, Noor.ID, cart));
    return in(
        tx -> orders.place(tx, Noor.ID, conversation, cart.id(), cart.version(), Actor.customer()));
  }

  /// Makes an order so many burgers, for its customer or by staff.
  ///
  /// @return in short what came of it
  public String alter(UUID orderId, int pieces, boolean byStaff) {
    OrderSummary before = order(orderId);
    return byStaff ? Revising.pieces(orders, database, before, pieces) : confirmed(before, pieces);
  }

  private String confirmed(OrderSummary before, int pieces) {
    UUID conversation = before.conversationId();
    if (!(this.<AlterResult>in(tx -> orders.alter(tx, Noor.ID, conversation))
        instanceof AlterResult.Opened(OrderSummary _, Cart cart))) {
      return "Refused";
    }
    change(conversation, new CartCommand.ChangeQuantity(cart.lines().getFirst().id(), pieces));
    Cart read = in(tx -> carts.current(tx, Noor.ID, conversation));
    database.changeRestaurant(Noor.ID, tx -> carts.markReadBack(tx, Noor.ID, read));
    return this.<PlaceResult>in(tx ->
            orders.place(tx, Noor.ID, conversation, read.id(), read.version(), Actor.customer()))
        .getClass()
        .getSimpleName();
  }

  /// Takes an order for pickup to its end.
  public OrderSummary handOver(OrderSummary order) {
    apply(order.id(), new OrderCommand.Accept(15));
    apply(order.id(), new OrderCommand.StartPreparing());
    apply(order.id(), new OrderCommand.MarkReady());
    apply(order.id(), new OrderCommand.HandOver());
    return order(order.id());
  }

  public void apply(UUID orderId, OrderCommand command) {
    assertThat(
            this.<OrderResult>in(tx -> orders.apply(tx, Noor.ID, orderId, command, Actor.system())))
        .isInstanceOf(OrderResult.Moved.class);
  }

  public OrderSummary order(UUID orderId) {
    return in(tx -> orders.find(tx, Noor.ID, orderId)).orElseThrow();
  }

  /// What we said to the customer, oldest first.
  public List<MessageContent> said(UUID conversation) {
    return in(tx ->
        tx.sql(
                """
                select content from message
                 where conversation_id = :conversation and sender = 'system' order by sequence
                """)
            .with("conversation", conversation)
            .list(row -> row.json("content", MessageContent.class)));
  }

  public List<LiveEvent> events() {
    return in(tx ->
        tx.sql("select event from live_event order by id")
            .list(row -> Json.read(row.text("event"), LiveEvent.class)));
  }

  /// Runs a statement as whoever owns the tables.
  public void asOwner(String sql) throws SQLException {
    var owner = fresh.owner();
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        var statement = connection.createStatement()) {
      statement.execute("select set_config('app.restaurant', '" + Noor.ID + "', false)");
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    fresh.close();
  }

  private UUID conversation() {
    int count = CUSTOMERS.incrementAndGet();
    return in(tx -> {
      UUID message =
          conversations
              .receive(
                  tx,
                  Noor.ID,
                  new InboundMessage(
                      "1000",
                      new Identifiers(null, "9665" + (20_000_000 + count), null),
                      "Sara",
                      "wamid.money." + count,
                      new MessageContent.Text("السلام عليكم"),
                      InboundMessage.Mentions.NONE,
                      "{}",
                      clock.instant(),
                      true))
              .orElseThrow();
      return conversations.ofMessage(tx, Noor.ID, message).id();
    });
  }

  private void change(UUID conversation, CartCommand command) {
    CartResult result = in(tx -> carts.apply(tx, Noor.ID, conversation, command));
    assertThat(result).isInstanceOf(CartResult.Changed.class);
  }

  private void build(Transaction tx) {
    restaurants.add(tx, Noor.RESTAURANT);
    restaurants.addBranch(tx, Noor.ID, Noor.OLAYA);
    restaurants.addBranch(tx, Noor.ID, Noor.MALAZ);
    menus.add(tx, Noor.ID, Noor.EVERYTHING);
  }

  /// Takes every message and sends none.
  private final class SilentChannel implements Channel {
    @Override
    public void queue(Transaction transaction, OutgoingMessage message) {}

    @Override
    public Templates templates() {
      return templates;
    }
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
