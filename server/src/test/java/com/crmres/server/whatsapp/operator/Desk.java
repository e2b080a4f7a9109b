package com.crmres.server.whatsapp.operator;

import com.crmres.server.console.AdminPort;
import com.crmres.server.console.OperatorCommand;
import com.crmres.server.console.Words;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.whatsapp.outbox.StuckSends;
import com.crmres.server.whatsapp.webhook.SetAside;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An operator before the admin port of one server.
final class Desk implements AutoCloseable {

  private final Database database;
  private final Clock clock;
  private final RunningServer server;

  Desk(Database database, SetAside inbox, StuckSends sends, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.server =
        new RunningServer(
            clock,
            failure -> false,
            routing ->
                routing.register(
                    "/operator",
                    new OperatorRoutes(inbox, sends, database, clock, Ids.timeOrdered())));
  }

  Answer get(String path) throws IOException, InterruptedException {
    return server.send("GET", "/operator" + path, null);
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return server.send("POST", "/operator" + path, body);
  }

  Answer fromABrowser(String path, @Nullable String body) throws IOException, InterruptedException {
    return server.send(
        body == null ? "GET" : "POST",
        "/operator" + path,
        body,
        request -> request.header("Origin", "https://elsewhere.example"));
  }

  /// What somebody reads who types this; the last line is the exit code.
  List<String> type(String... words) throws InterruptedException {
    return type("en_US.UTF-8", words);
  }

  List<String> type(String language, String[] words) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    OperatorCommand command =
        new OperatorCommand(
            new AdminPort(URI.create("http://127.0.0.1:" + server.port())),
            Words.of("console.operator", Map.of("LANG", language)),
            clock,
            "nasser",
            lines::add);
    int code = command.run(List.of(words));
    lines.add("exit " + code);
    return lines;
  }

  /// What was kept of actions: operator, action, outcome.
  List<String> actions() {
    return database.inSystem(transaction ->
        transaction
            .sql(
                """
                select operator || ' ' || action || ' ' || coalesce(cast(outcome as text), '?') as line
                  from operator_action order by happened_at, id
                """)
            .list(row -> row.text("line")));
  }

  @Override
  public void close() {
    server.close();
  }
}
