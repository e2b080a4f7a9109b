package com.crmres.server.whatsapp.template;

import com.crmres.common.template.TemplateSyncState;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of when templates are asked for, shared by all nodes.
final class SyncStore {

  /// An account whose templates are due.
  record Due(UUID restaurantId, String accountId) {}

  /// Every account has its row.
  void addAccounts(Transaction transaction, Instant now) {
    transaction
        .sql(
            """
            insert into template_sync (restaurant_id, account_id, next_at)
            select distinct restaurant_id, account_id, cast(:now as timestamptz) from whatsapp_number
             where account_id is not null
            on conflict do nothing
            """)
        .with("now", now)
        .update();
  }

  /// Takes one that is due, for so long that no other node takes it too.
  Optional<Due> take(Transaction transaction, Instant now, Duration lease) {
    return transaction
        .sql(
            """
            update template_sync set next_at = :later
             where (restaurant_id, account_id) in (
               select restaurant_id, account_id from template_sync
                where next_at <= :now and (refused_until is null or refused_until <= :now)
                order by next_at limit 1 for update skip locked)
            returning restaurant_id, account_id
            """)
        .with("now", now)
        .with("later", now.plus(lease))
        .first(row -> new Due(row.uuid("restaurant_id"), row.text("account_id")));
  }

  /// Asks for the templates as soon as WhatsApp lets us.
  void wish(Transaction transaction, UUID restaurantId, String accountId, Instant now) {
    transaction
        .sql(
            """
            insert into template_sync (restaurant_id, account_id, next_at)
            values (:restaurant, :account, :now)
            on conflict (restaurant_id, account_id) do update
               set next_at = least(template_sync.next_at, excluded.next_at)
            """)
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .with("now", now)
        .update();
  }

  void complete(
      Transaction transaction, UUID restaurantId, String accountId, Instant at, Instant next) {
    transaction
        .sql(
            """
            update template_sync set synced_at = :at, next_at = :next, refusals = 0,
                                     refused_code = null, refused_until = null
             where restaurant_id = :restaurant and account_id = :account
            """)
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .with("at", at)
        .with("next", next)
        .update();
  }

  /// Later again, since it did not answer.
  void again(Transaction transaction, UUID restaurantId, String accountId, Instant next) {
    transaction
        .sql(
            """
            update template_sync set next_at = :next
             where restaurant_id = :restaurant and account_id = :account
            """)
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .with("next", next)
        .update();
  }

  /// WhatsApp refused a call; the pause doubles with each refusal, up to an hour.
  ///
  /// @return until when no call is made
  Instant refused(
      Transaction transaction, UUID restaurantId, String accountId, int code, Instant now) {
    return transaction
        .sql(
            """
            insert into template_sync as s (restaurant_id, account_id, next_at, refusals,
                                            refused_code, refused_until)
            values (:restaurant, :account, :now, 1, :code, cast(:now as timestamptz) + interval '1 minute')
            on conflict (restaurant_id, account_id) do update
               set refusals = s.refusals + 1, refused_code = :code,
                   refused_until = cast(:now as timestamptz)
                     + least(interval '1 minute' * power(2, least(s.refusals, 10)), interval '1 hour'),
                   next_at = cast(:now as timestamptz)
                     + least(interval '1 minute' * power(2, least(s.refusals, 10)), interval '1 hour')
            returning refused_until
            """)
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .with("code", code)
        .with("now", now)
        .one(row -> row.instant("refused_until"));
  }

  /// Until when WhatsApp takes no call that manages templates.
  Optional<Instant> refusedUntil(
      Transaction transaction, UUID restaurantId, String accountId, Instant now) {
    return transaction
        .sql(
            """
            select refused_until from template_sync
             where restaurant_id = :restaurant and account_id = :account and refused_until > :now
            """)
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .with("now", now)
        .first(row -> row.instant("refused_until"));
  }

  List<TemplateSyncState> states(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql(
            """
            select account_id, synced_at, greatest(next_at, refused_until) as next_at, refused_code
              from template_sync
             where restaurant_id = :restaurant order by account_id
            """)
        .with("restaurant", restaurantId)
        .list(SyncStore::state);
  }

  private static TemplateSyncState state(Row row) {
    return new TemplateSyncState(
        row.text("account_id"),
        row.instantOrNull("synced_at"),
        row.instant("next_at"),
        row.integerOrNull("refused_code"));
  }
}
