package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.ModeRule;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of what a house decided about its assistant.
final class SettingsStore {

  /// What was decided.
  record Kept(ModeRules rules, int undoSeconds, int centsPerDay, long version) {}

  Optional<Kept> find(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql(
            """
            select modes, undo_seconds, cents_per_day, version from assistant_settings
             where restaurant_id = :restaurant
            """)
        .with("restaurant", restaurantId)
        .first(row ->
            new Kept(
                new ModeRules(List.of(row.json("modes", ModeRule[].class))),
                row.integer("undo_seconds"),
                row.integer("cents_per_day"),
                row.number("version")));
  }

  /// Keeps what was decided as the next version.
  ///
  /// @param seen the version on which it was decided; 0 for none
  /// @return false if there is another version by now
  boolean keep(
      Transaction transaction,
      UUID restaurantId,
      Kept decided,
      long seen,
      UUID staffId,
      Instant now) {
    return transaction
            .sql(
                """
                insert into assistant_settings as s
                  (restaurant_id, version, modes, undo_seconds, cents_per_day, changed_at, changed_by)
                select cast(:restaurant as uuid), 1, cast(:modes as jsonb), cast(:undo as integer),
                       cast(:cents as integer), cast(:now as timestamptz), cast(:staff as uuid)
                 where cast(:seen as bigint) = 0
                    or exists (select 1 from assistant_settings where restaurant_id = :restaurant)
                on conflict (restaurant_id) do update
                   set version = s.version + 1, modes = excluded.modes,
                       undo_seconds = excluded.undo_seconds, cents_per_day = excluded.cents_per_day,
                       changed_at = excluded.changed_at, changed_by = excluded.changed_by
                 where s.version = :seen
                """)
            .with("restaurant", restaurantId)
            .with("modes", Json.write(decided.rules().rules()))
            .with("undo", decided.undoSeconds())
            .with("cents", decided.centsPerDay())
            .with("now", now)
            .with("staff", staffId)
            .with("seen", seen)
            .update()
        == 1;
  }
}
