package com.crmres.bench.intake;

import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.common.wire.Json;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.cloudapi.Limits;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Measures pgbench and the intake after one another on the same PostgreSQL, and compares them.
public final class IntakeBench {

  private static final List<Integer> CLIENTS = List.of(1, 8, 32, 64, 128);
  private static final List<Integer> CONNECTIONS = List.of(1, 8, 32, 64, 128, 256);

  /// As the table of deliveries is, but without its wall; made when the server has migrated.
  private static final String COMPARABLE =
      """
      create table bench_row (
        id bigint generated always as identity primary key,
        received_at timestamptz not null default now(), body bytea not null, set_aside text)
      """;

  /// A server that has just started is still being compiled.
  private static final int WARM_UPS = 5;

  private static final int MOST_PREPARED = 200_000;
  private static final int EVENTS_PER_SECOND = 4_000;
  private static final int CONNECTIONS_AT_RATE = 256;
  private static final List<String> SERVER_OPTIONS =
      Arrays.stream(System.getProperty("crm.server.options", "").split(" ", -1))
          .filter(option -> !option.isBlank())
          .toList();

  private final int seconds;
  private final boolean json;

  /// Makes the measurement.
  ///
  /// @param seconds how long each run lasts
  public IntakeBench(int seconds, boolean json) {
    this.seconds = seconds;
    this.json = json;
  }

  /// Measures and prints.
  ///
  /// @return whether everything holds that must
  public boolean run() throws IOException, InterruptedException, SQLException {
    try (House house = House.open()) {
      Pgbench pgbench =
          Pgbench.find(house.databasePort())
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "pgbench is missing: apt-get install postgresql-client postgresql-contrib"));
      checkDurable(house);
      Rounds rounds = rounds(house, pgbench);
      double best =
          rounds.commits().stream().mapToDouble(Figures.Commits::perSecond).max().orElseThrow();
      List<Figures.Intake> intakes =
          rounds.intakes().stream().map(run -> run.comparedWith(best)).toList();
      Figures figures = new Figures(rounds.commits(), best, intakes, atRate(house));
      IO.println(json ? Json.write(figures) : figures.table());
      return figures.claims().stream().allMatch(Figures.Claim::holds);
    }
  }

  /// What both sides gave.
  private record Rounds(List<Figures.Commits> commits, List<Figures.Intake> intakes) {}

  /// pgbench and intake take turns, so that whatever else the machine does falls on both.
  private Rounds rounds(House house, Pgbench pgbench)
      throws IOException, InterruptedException, SQLException {
    Rounds rounds = new Rounds(new ArrayList<>(), new ArrayList<>());
    byte[] row = new Mail("row").oneBody();
    Map<String, String> settings =
        Map.of("CRM_WORKERS", "0", "WHATSAPP_GRAPH_URL", "http://127.0.0.1:9");
    try (ServerNode node = node(house, "intake", settings)) {
      execute(house, COMPARABLE);
      for (int i = 0; i < WARM_UPS; i++) {
        measure(node, 64, 1);
      }
      for (int round = 0; round < CONNECTIONS.size(); round++) {
        if (round < CLIENTS.size()) {
          int clients = CLIENTS.get(round);
          double rate = pgbench.commitsPerSecond(row, clients, seconds);
          progress("pgbench %d clients: %.0f commits/s".formatted(clients, rate));
          rounds.commits().add(new Figures.Commits(clients, rate));
        }
        for (int each : List.of(1, 10)) {
          execute(house, "truncate webhook_delivery, bench_row");
          execute(house, "checkpoint");
          rounds.intakes().add(measure(node, CONNECTIONS.get(round), each));
        }
      }
    }
    execute(house, "drop table bench_row");
    execute(house, "truncate webhook_delivery");
    return rounds;
  }

  private Figures.Intake measure(ServerNode node, int connections, int each) throws IOException {
    // Ten in a POST are eight times the bytes, and far fewer of them are used up.
    int requests = Math.min(MOST_PREPARED, (each == 1 ? 45_000 : 15_000) * seconds);
    List<byte[]> mail = new Mail("run " + System.nanoTime()).write(requests, each);
    System.gc();
    try (Postman postman = new Postman(node.port(), connections)) {
      Postman.Run run = postman.asFastAsPossible(mail, Duration.ofSeconds(seconds));
      double messages = run.perSecond() * each;
      progress("intake %d × %d: %.0f messages/s".formatted(connections, each, messages));
      return new Figures.Intake(
          connections,
          each,
          run.perSecond(),
          messages,
          0,
          millis(run.percentile(0.5)),
          millis(run.percentile(0.99)),
          run.refused());
    }
  }

  /// The whole server at work: the simulator takes its answers and tells what became of them.
  private Figures.AtRate atRate(House house) throws IOException, InterruptedException {
    try (Simulator simulator =
            Simulator.builder().appSecret(House.appSecret()).limits(Limits.NONE).build().start();
        ServerNode node =
            node(house, "whole", Map.of("WHATSAPP_GRAPH_URL", simulator.url().toString()))) {
      simulator.target(node.webhook());
      Mail mail = new Mail("at rate " + System.nanoTime());
      try (Postman postman = new Postman(node.port(), CONNECTIONS_AT_RATE)) {
        postman.atRate(mail.write(EVENTS_PER_SECOND * WARM_UPS, 1), EVENTS_PER_SECOND / 2.0);
        List<byte[]> measured = mail.write(EVENTS_PER_SECOND * Math.max(10, seconds), 1);
        Postman.Run run = postman.atRate(measured, EVENTS_PER_SECOND);
        return new Figures.AtRate(
            EVENTS_PER_SECOND,
            run.perSecond(),
            millis(run.percentile(0.5)),
            millis(run.percentile(0.99)),
            run.refused());
      }
    }
  }

  private static ServerNode node(House house, String name, Map<String, String> settings)
      throws IOException, InterruptedException {
    return house.node(name, settings).withOptions(SERVER_OPTIONS).start();
  }

  /// Figures of a database that may forget would be worth nothing.
  private static void checkDurable(House house) throws SQLException {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      try (Connection connection = house.lookBehindTheWall();
          Statement statement = connection.createStatement();
          ResultSet answer = statement.executeQuery("show " + setting)) {
        answer.next();
        if (!answer.getString(1).equals("on")) {
          throw new IllegalStateException(setting + " is " + answer.getString(1));
        }
      }
    }
  }

  private static void execute(House house, String sql) throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void progress(String line) {
    if (!json) {
      IO.println(line);
    }
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
