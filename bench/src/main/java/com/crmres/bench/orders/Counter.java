package com.crmres.bench.orders;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.assistant.TurnQueue;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.demo.DemoRestaurant;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.Hosts;
import com.crmres.server.kitchen.Allergies;
import com.crmres.server.kitchen.KitchenFollower;
import com.crmres.server.kitchen.book.TicketBook;
import com.crmres.server.kitchen.print.Printing;
import com.crmres.server.kitchen.station.Stations;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.Menus;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.Stock;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.OrderPorts;
import com.crmres.server.ordering.OrderResult;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.stock.StockFollower;
import com.crmres.server.payment.Accounts;
import com.crmres.server.payment.Cashier;
import com.crmres.server.payment.moyasar.Moyasar;
import com.crmres.server.pos.Addresses;
import com.crmres.server.pos.PointOfSale;
import com.crmres.server.receipt.ReceiptFollower;
import com.crmres.server.receipt.Receipts;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.whatsapp.outbox.OutboxQueue;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Takes orders of customers with what the server takes them with, and everybody who follows orders
/// there: kitchen, receipts, payments, stock, tills.
final class Counter implements AutoCloseable {

  private static final UUID RESTAURANT = DemoRestaurant.ID;
  private static final Clock CLOCK = Clock.systemUTC();
  private static final int LINES = 3;

  private final Ids ids = Ids.timeOrdered();
  private final Random random = new Random(29);
  private final EventLog events = new EventLog(CLOCK, () -> {});
  private final Restaurants restaurants = new Restaurants(CLOCK);
  private final Menus menus = new Menus(events);
  private final Carts carts = new Carts(restaurants, menus, CLOCK, ids);
  private final Database database;
  private final Orders orders;
  private List<MenuItem> dishes = List.of();

  Counter(Database database) {
    this.database = database;
    Conversations conversations =
        new Conversations(
            new Customers(CLOCK, ids),
            new OutboxQueue(() -> {}),
            new TurnQueue(new TurnQueue.Pace(Duration.ofSeconds(2), Duration.ofSeconds(8)), ids),
            events,
            CLOCK,
            ids,
            Duration.ofMinutes(30));
    OrderPorts ports = OrderPorts.of(followers(conversations));
    this.orders = new Orders(restaurants, carts, conversations, events, ports, CLOCK, ids);
  }

  private List<OrderFollower> followers(Conversations conversations) {
    Receipts receipts = new Receipts(restaurants, CLOCK, ids);
    Cashier cashier =
        new Cashier(
            database,
            events,
            conversations,
            receipts,
            new Moyasar(URI.create("http://127.0.0.1:9")),
            new NothingSecret(),
            CLOCK,
            ids,
            () -> {});
    KitchenFollower kitchen =
        new KitchenFollower(
            new TicketBook(events, new Printing(ids, () -> {}), ids),
            new Stations(),
            menus,
            restaurants,
            Allergies.NONE,
            order -> order.standing().scheduledFor(),
            ids);
    PointOfSale tills =
        new PointOfSale(
            new PointOfSale.Ground(
                database,
                events,
                CLOCK,
                ids,
                new NothingSecret(),
                new Addresses(new Hosts(InetAddress::getAllByName), true),
                () -> "hook",
                () -> {}),
            List.of());
    return List.of(
        new ReceiptFollower(receipts),
        cashier.follower(),
        new StockFollower(new Stock(menus)),
        kitchen,
        tills.follower());
  }

  /// Puts more on the menu.
  void offer(List<Menu.Category> categories) {
    categories.forEach(category ->
        database.changeRestaurant(RESTAURANT, tx -> menus.add(tx, RESTAURANT, category)));
    read(categories);
  }

  private void read(List<Menu.Category> categories) {
    dishes = categories.stream().flatMap(category -> category.items().stream()).toList();
  }

  /// A cart that needs nothing but the customer's yes.
  Cart readBack(UUID conversation, UUID branch) {
    in(tx -> {
      for (int i = 0; i < LINES; i++) {
        change(tx, conversation, anything());
      }
      change(tx, conversation, new CartCommand.ChooseBranch(branch));
      if (random.nextInt(3) == 0) {
        change(tx, conversation, new CartCommand.ChooseFulfilment(Fulfilment.DELIVERY));
        Cart.Destination home = new Cart.Destination(24.7, 46.68, "شقة 4");
        change(tx, conversation, new CartCommand.DeliverTo(home));
      } else {
        change(tx, conversation, new CartCommand.ChooseFulfilment(Fulfilment.PICKUP));
      }
      return true;
    });
    return in(tx -> {
      carts.markReadBack(tx, RESTAURANT, carts.current(tx, RESTAURANT, conversation));
      return carts.current(tx, RESTAURANT, conversation);
    });
  }

  /// The customer's yes, from the first statement to the end of the commit.
  OrderSummary place(UUID conversation, Cart cart) {
    PlaceResult result =
        in(tx ->
            orders.place(
                tx, RESTAURANT, conversation, cart.id(), cart.version(), Actor.customer()));
    if (result instanceof PlaceResult.Placed(OrderSummary order)) {
      return order;
    }
    throw new IllegalStateException("not placed: " + result);
  }

  void move(OrderSummary order, OrderCommand... commands) {
    for (OrderCommand command : commands) {
      OrderResult result =
          in(tx -> orders.apply(tx, RESTAURANT, order.id(), command, Actor.system()));
      if (!(result instanceof OrderResult.Moved)) {
        throw new IllegalStateException(command + ": " + result);
      }
    }
  }

  /// One row and its commit: what nothing that is kept can be cheaper than.
  void insert() {
    in(tx -> tx.sql("insert into bench_row (word) values ('row')").update());
  }

  private CartCommand anything() {
    MenuItem dish = dishes.get(random.nextInt(dishes.size()));
    List<UUID> options =
        dish.groups().stream().filter(group -> group.min() > 0).map(this::any).toList();
    return new CartCommand.Add(dish.id(), 1 + random.nextInt(2), options);
  }

  private UUID any(ModifierGroup group) {
    return group.options().get(random.nextInt(group.options().size())).id();
  }

  private void change(Transaction transaction, UUID conversation, CartCommand command) {
    CartResult result = carts.apply(transaction, RESTAURANT, conversation, command);
    if (!(result instanceof CartResult.Changed)) {
      throw new IllegalStateException(command + ": " + result);
    }
  }

  private <T extends @Nullable Object> T in(Function<Transaction, T> work) {
    return database.inRestaurant(RESTAURANT, work);
  }

  @Override
  public void close() {
    database.close();
  }

  /// Nothing is sealed at this counter.
  private static final class NothingSecret
      implements Accounts.Sealing, com.crmres.server.pos.Sealing {
    @Override
    public byte[] seal(String secret, String owner) {
      throw new IllegalStateException("nothing is sealed here");
    }

    @Override
    public String open(byte[] sealed, String owner) {
      throw new IllegalStateException("nothing is sealed here");
    }
  }
}
