package com.crmres.bench.model;

import com.crmres.bench.channel.FrontOffice;
import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.customers.Customer;
import com.crmres.simulator.openrouter.Behaviour;
import com.crmres.simulator.openrouter.ObedientModel;
import com.crmres.simulator.openrouter.OpenRouterSimulator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A server whose turns a simulated model reads, and the owner who looks into its books.
final class Desk implements AutoCloseable {

  private static final String KEY = "sk-or-v1-bench";

  final Simulator simulator;
  final ServerNode node;
  final FrontOffice office;
  private final House house;

  private Desk(House house, Simulator simulator, ServerNode node, FrontOffice office) {
    this.house = house;
    this.simulator = simulator;
    this.node = node;
    this.office = office;
  }

  static Desk open() throws IOException, InterruptedException {
    House house = House.open();
    Simulator simulator =
        Simulator.builder()
            .appSecret(House.appSecret())
            .openRouterKey(KEY)
            .model(new ObedientModel())
            .openRouter(Behaviour.anyModel())
            .build()
            .start();
    Map<String, String> settings =
        Map.of(
            "WHATSAPP_GRAPH_URL",
            simulator.url().toString(),
            "OPENROUTER_API_KEY",
            KEY,
            "OPENROUTER_BASE_URL",
            simulator.openRouterUrl().toString(),
            "OPENROUTER_MODELS",
            "bench/first,bench/second",
            "OPENROUTER_TURN_LIMIT",
            "PT9S");
    ServerNode node = house.node("server", settings).start();
    simulator.target(node.webhook());
    return new Desk(house, simulator, node, FrontOffice.signIn(node));
  }

  OpenRouterSimulator router() {
    return simulator.openRouter();
  }

  /// The server forgets what it holds in memory, such as an open breaker.
  void startAgain() throws IOException, InterruptedException {
    node.kill();
    node.start();
  }

  /// Waits until another request reaches the model than those there were.
  void awaitRequestBeyond(int before) throws Exception {
    FrontOffice.untilTrue("a request to the model", () -> router().recorded().size() > before);
  }

  /// The answered turns of a customer, as managers see them, the newest first.
  List<TurnRecord> turns(Customer customer) throws Exception {
    ConversationSummary conversation = office.awaitConversation(customer.person());
    return office.page(
        "/v1/conversations/" + conversation.id() + "/turns?limit=50", TurnRecord.class);
  }

  TurnRecord awaitTurn(Customer customer) throws Exception {
    return FrontOffice.until(
        "an answered turn",
        () -> {
          List<TurnRecord> turns = turns(customer);
          return turns.isEmpty() ? Optional.empty() : Optional.of(turns.getFirst());
        });
  }

  /// How many rows a look behind the walls counts.
  long count(String from) throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + from)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// A dead server's turn is free again after 20 s; nobody waits for that here.
  void letLeasesRunOut() throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement()) {
      statement.execute("update turn set leased_until = now() where leased_until is not null");
    }
  }

  @Override
  public void close() throws IOException {
    node.close();
    simulator.close();
    house.close();
  }
}
