package com.crmres.server.whatsapp.operator;

import com.crmres.common.wire.Json;
import com.crmres.common.wire.WireName;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Keeps for good what operators did by hand: written down before it is done, and after it what
/// came of it.
final class ActionLog {

  private final Database database;
  private final Clock clock;
  private final Ids ids;

  ActionLog(Database database, Clock clock, Ids ids) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
  }

  /// What an operator can do.
  enum Action implements WireName {
    INBOX_REPLAY,
    SENDS_RETRY
  }

  /// Does something and keeps that it was done.
  ///
  /// @param operator under which name somebody works on the server's machine
  /// @param asked what it was to be done with
  <T> List<T> record(String operator, Action action, Object asked, Supplier<List<T>> work) {
    UUID id = ids.next();
    begin(id, operator, action, Json.write(asked));
    List<T> outcome = work.get();
    end(id, Json.write(outcome));
    return outcome;
  }

  private void begin(UUID id, String operator, Action action, String asked) {
    database.changeSystem(transaction ->
        transaction
            .sql(
                """
                insert into operator_action (id, happened_at, operator, action, asked)
                values (:id, :now, :operator, :action, :asked)
                """)
            .with("id", id)
            .with("now", clock.instant())
            .with("operator", operator)
            .with("action", action)
            .with("asked", asked)
            .update());
  }

  private void end(UUID id, String outcome) {
    database.changeSystem(transaction ->
        transaction
            .sql("update operator_action set outcome = :outcome where id = :id")
            .with("id", id)
            .with("outcome", outcome)
            .update());
  }
}
