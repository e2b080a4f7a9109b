package com.crmres.server.payment;

import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is to be asked of providers, kept until it was answered. Whoever holds a call holds it for
/// a while and by a number; if he is too slow another takes it, and what he brings is not taken
/// from him any more.
final class CallQueue {

  private static final String ASKED =
      """
      select asked from payment_call
       where restaurant_id = :restaurant and payment_id = :payment and kind = :kind
         and fence = :fence for update
      """;

  private static final String REMOVE =
      """
      delete from payment_call
       where restaurant_id = :restaurant and payment_id = :payment and kind = :kind
      """;

  private static final String FREE =
      """
      update payment_call set leased_until = null, attempts = 0
       where restaurant_id = :restaurant and payment_id = :payment and kind = :kind
      """;

  /// A call that somebody holds.
  ///
  /// @param asked how often it had been wanted when he took it
  record Held(
      UUID restaurantId, UUID paymentId, CallKind kind, long asked, long fence, int attempts) {}

  /// Wants a call. Wanted again it is made again, even if one is under way.
  void want(
      Transaction transaction, UUID restaurantId, UUID paymentId, CallKind kind, Instant due) {
    transaction
        .sql(
            """
            insert into payment_call (restaurant_id, payment_id, kind, asked, due_at)
            values (:restaurant, :payment, :kind, 1, :due)
            on conflict (restaurant_id, payment_id, kind) do update
               set asked = payment_call.asked + 1, due_at = least(payment_call.due_at, excluded.due_at)
            """)
        .with("restaurant", restaurantId)
        .with("payment", paymentId)
        .with("kind", kind)
        .with("due", due)
        .update();
  }

  /// Takes what is due, of all restaurants; needs a transaction of the system.
  List<Held> hold(Transaction transaction, Instant now, int most) {
    return transaction
        .sql(
            """
            update payment_call
               set leased_until = case kind when 'create' then cast(:create as timestamptz)
                                            when 'refund' then cast(:refund as timestamptz)
                                            else cast(:fetch as timestamptz) end,
                   fence = fence + 1, attempts = attempts + 1
             where (restaurant_id, payment_id, kind) in (
               select restaurant_id, payment_id, kind from payment_call
                where due_at <= :now and (leased_until is null or leased_until <= :now)
                order by due_at limit :most for update skip locked)
            returning restaurant_id, payment_id, kind, asked, fence, attempts
            """)
        .with("create", now.plus(CallKind.CREATE.lease()))
        .with("refund", now.plus(CallKind.REFUND.lease()))
        .with("fetch", now.plus(CallKind.FETCH.lease()))
        .with("now", now)
        .with("most", most)
        .list(CallQueue::held);
  }

  /// It was answered. If it was wanted again meanwhile, it is made again at once.
  ///
  /// @return false if it is another's by now: then nothing of the answer may be kept
  boolean done(Transaction transaction, Held held) {
    Optional<Long> asked =
        named(transaction, ASKED, held)
            .with("fence", held.fence())
            .first(row -> row.number("asked"));
    asked.ifPresent(now -> named(transaction, now == held.asked() ? REMOVE : FREE, held).update());
    return asked.isPresent();
  }

  /// It is to be made again later; sooner if it was wanted meanwhile.
  ///
  /// @return false if it is another's by now
  boolean again(Transaction transaction, Held held, Instant due) {
    return transaction
            .sql(
                """
                update payment_call
                   set leased_until = null,
                       due_at = case when asked = :asked then cast(:due as timestamptz) else due_at end
                 where restaurant_id = :restaurant and payment_id = :payment and kind = :kind
                   and fence = :fence
                """)
            .with("asked", held.asked())
            .with("due", due)
            .with("restaurant", held.restaurantId())
            .with("payment", held.paymentId())
            .with("kind", held.kind())
            .with("fence", held.fence())
            .update()
        == 1;
  }

  private static Statement named(Transaction transaction, String sql, Held held) {
    return transaction
        .sql(sql)
        .with("restaurant", held.restaurantId())
        .with("payment", held.paymentId())
        .with("kind", held.kind());
  }

  private static Held held(Row row) {
    return new Held(
        row.uuid("restaurant_id"),
        row.uuid("payment_id"),
        row.named("kind", CallKind.class),
        row.number("asked"),
        row.number("fence"),
        row.integer("attempts"));
  }
}
