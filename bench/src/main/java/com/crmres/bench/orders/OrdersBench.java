package com.crmres.bench.orders;

import com.crmres.bench.house.Clerk;
import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Database;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.Why;
import com.crmres.server.ordering.cart.Cart;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Measures what an order costs, and how fast lists are, in a restaurant with a thousand dishes and
/// a million past orders.
public final class OrdersBench {

  private static final int POOL = 8;
  private static final int MESSAGES = 6;
  private static final int ORDERS_EACH = 20;
  private static final int FEWEST_CUSTOMERS = 2_000;
  private static final int COPIED = 60;
  private static final int WARM_UPS = 150;
  private static final int MEASURED = 600;
  private static final Duration AT_REST = Duration.ofSeconds(30);
  private static final List<String> SERVER_OPTIONS =
      Arrays.stream(System.getProperty("crm.server.options", "").split(" ", -1))
          .filter(option -> !option.isBlank())
          .toList();

  private final long past;
  private final long customers;
  private final boolean json;

  /// Makes the measurement.
  ///
  /// @param past how many orders there have been
  public OrdersBench(long past, boolean json) {
    this.past = past;
    this.customers = Math.max(FEWEST_CUSTOMERS, past / ORDERS_EACH);
    this.json = json;
  }

  /// Measures and prints.
  ///
  /// @return whether everything holds that must
  public boolean run() throws Exception {
    try (House house = House.open();
        ServerNode node = node(house);
        Counter counter = new Counter(new Database(house.application(), POOL))) {
      long start = System.nanoTime();
      List<OrderSummary> copied = fill(house, counter);
      progress("filled in %.0f s".formatted((System.nanoTime() - start) / 1e9));
      Figures figures = measure(house, node, counter, copied);
      IO.println(json ? Json.write(figures) : figures.table());
      return figures.claims().stream().allMatch(Figures.Claim::holds);
    }
  }

  private static ServerNode node(House house) throws Exception {
    return house
        .node("orders", Map.of("WHATSAPP_GRAPH_URL", "http://127.0.0.1:9"))
        .withOptions(SERVER_OPTIONS)
        .start();
  }

  private List<OrderSummary> fill(House house, Counter counter) throws SQLException {
    Map<String, String> values =
        Map.of(
            "past",
            Long.toString(past),
            "customers",
            Long.toString(customers),
            "messages",
            Integer.toString(MESSAGES),
            "task",
            "pos_unmapped",
            "text",
            Json.write(new MessageContent.Text("…")));
    try (Connection connection = house.lookBehindTheWall()) {
      Script.read("ground.sql", values).run(connection, this::step);
      counter.offer(ThousandDishes.categories());
      List<OrderSummary> copied = toBeCopied(counter);
      Script.read("past.sql", values).run(connection, this::step);
      return copied;
    }
  }

  /// Orders as the server makes them: most are delivered, some come to nothing.
  private List<OrderSummary> toBeCopied(Counter counter) {
    List<OrderSummary> all = new ArrayList<>();
    for (int i = 0; i < COPIED; i++) {
      OrderSummary order = placed(counter, 1 + i);
      switch (i % 20) {
        case 0 -> counter.move(order, new OrderCommand.Reject(Why.said("مشغول"), List.of()));
        case 1 ->
            counter.move(order, new OrderCommand.Accept(20), new OrderCommand.Cancel("غيّر رأيه"));
        default -> counter.move(order, delivered(order));
      }
      all.add(order);
    }
    return all;
  }

  private static OrderCommand[] delivered(OrderSummary order) {
    List<OrderCommand> moves = new ArrayList<>();
    moves.add(new OrderCommand.Accept(20));
    moves.add(new OrderCommand.StartPreparing());
    moves.add(new OrderCommand.MarkReady());
    switch (order.fulfilment()) {
      case DELIVERY -> {
        moves.add(new OrderCommand.Dispatch("فهد"));
        moves.add(new OrderCommand.HandOver());
      }
      case PICKUP -> moves.add(new OrderCommand.HandOver());
    }
    return moves.toArray(OrderCommand[]::new);
  }

  private static OrderSummary placed(Counter counter, long customer) {
    UUID conversation = Names.conversation(customer);
    Cart cart = counter.readBack(conversation, Names.branch(1 + customer % 8));
    return counter.place(conversation, cart);
  }

  private Figures measure(House house, ServerNode node, Counter counter, List<OrderSummary> copied)
      throws Exception {
    execute(house, "create table bench_row (id bigint generated always as identity, word text)");
    execute(house, "grant insert on bench_row to crm_app");
    for (int i = 0; i < WARM_UPS; i++) {
      placed(counter, COPIED + 1 + i);
      counter.insert();
    }
    Times placing = new Times();
    Times commit = new Times();
    for (int i = 0; i < MEASURED; i++) {
      long customer = 1L + COPIED + WARM_UPS + i;
      UUID conversation = Names.conversation(customer);
      Cart cart = counter.readBack(conversation, Names.branch(1 + customer % 8));
      placing.measure(() -> counter.place(conversation, cart));
      commit.measure(counter::insert);
    }
    progress("placed %d orders".formatted(MEASURED + WARM_UPS));
    Clerk clerk = new Clerk(node.url());
    Lists lists = new Lists(clerk, past, customers, () -> copied.getLast().id().toString());
    Figures.Spread request = lists.floor();
    List<Figures.Listing> listed = lists.measure();
    progress("asked for %d lists".formatted(listed.size()));
    Map<String, Long> scanned = new AtRest(house).scanned(AT_REST);
    return new Figures(
        past,
        ThousandDishes.COUNT,
        placing.spread(),
        commit.spread(),
        request,
        listed,
        (int) AT_REST.toSeconds(),
        scanned);
  }

  private static void execute(House house, String sql) throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void step(String name, Duration took) {
    progress("  %-46s %6.1f s".formatted(name, took.toMillis() / 1000.0));
  }

  private void progress(String line) {
    if (!json) {
      IO.println(line);
    }
  }
}
