package com.crmres.server.pos;

import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// What is still to be done at tills: a row each, written in the transaction that makes it
/// necessary, held by one worker at a time, gone only when it is done. Times are the database's.
final class Steps {

  /// How long a worker may hold a step; longer than the two calls it may make.
  private static final int LEASE_SECONDS = 30;

  /// A step that a worker holds.
  ///
  /// @param doubtful whether an earlier attempt may have done it
  /// @param attempt the fence: only the latest attempt may settle
  /// @param wanted what was asked for up to now; if more comes meanwhile, it is done once more
  /// @param failures in a row
  record Held(
      UUID restaurantId,
      UUID branchId,
      UUID orderId,
      StepKind kind,
      boolean doubtful,
      int attempt,
      long wanted,
      int failures) {}

  /// A branch with something due, and how many of its steps are under way.
  record Due(UUID branchId, int underWay) {}

  /// Asks for a step; for one that is asked for already, once more, and at once.
  void ask(Transaction transaction, UUID restaurantId, UUID branchId, UUID orderId, StepKind kind) {
    transaction
        .sql(
            """
            insert into pos_step (restaurant_id, branch_id, order_id, kind)
            values (:restaurant, :branch, :order, :kind)
            on conflict (restaurant_id, order_id, kind) do update
               set wanted = pos_step.wanted + 1, branch_id = :branch,
                   state = case when pos_step.state = 'blocked' then 'pending' else pos_step.state end,
                   next_at = now()
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("order", orderId)
        .with("kind", kind)
        .update();
  }

  /// Needs a transaction of the system.
  List<Due> due(Transaction transaction) {
    return transaction
        .sql(
            """
            select s.branch_id,
                   cast((select count(*) from pos_step h
                          where h.branch_id = s.branch_id and h.state = 'sending'
                            and h.leased_until > now()) as integer) as under_way
              from pos_setting s
             where s.enabled
               and exists (select from pos_step p
                            where p.branch_id = s.branch_id and p.state <> 'blocked' and p.next_at <= now()
                              and (p.state = 'pending' or p.leased_until <= now()))
            """)
        .list(row -> new Due(row.uuid("branch_id"), row.integer("under_way")));
  }

  /// Holds the next steps of a branch; the hand-over of an order before everything else of it.
  /// Needs a transaction of the system.
  List<Held> hold(Transaction transaction, UUID branchId, int most) {
    return transaction
        .sql(
            """
            update pos_step set state = 'sending', attempts = attempts + 1,
                                doubtful = doubtful or state = 'sending',
                                leased_until = now() + make_interval(secs => :lease)
             where (restaurant_id, order_id, kind) in (
               select p.restaurant_id, p.order_id, p.kind from pos_step p
                where p.branch_id = :branch and p.state <> 'blocked' and p.next_at <= now()
                  and (p.state = 'pending' or p.leased_until <= now())
                  and (p.kind = 'place'
                       or not exists (select from pos_step f
                                       where f.restaurant_id = p.restaurant_id
                                         and f.order_id = p.order_id and f.kind = 'place'))
                order by p.next_at
                limit :most
                  for update of p skip locked)
            returning restaurant_id, branch_id, order_id, kind, doubtful, attempts, wanted, failures
            """)
        .with("branch", branchId)
        .with("lease", LEASE_SECONDS)
        .with("most", most)
        .list(Steps::held);
  }

  /// It is done, unless it was asked for once more meanwhile.
  ///
  /// @return false if another attempt is under way, which settles it
  boolean done(Transaction transaction, Held held) {
    long gone =
        with(transaction, held, "delete from pos_step", "and wanted = :wanted")
            .with("wanted", held.wanted())
            .update();
    return gone == 1
        || with(
                    transaction,
                    held,
                    """
                    update pos_step set state = 'pending', doubtful = false, failures = 0,
                                        leased_until = null, next_at = now()
                    """,
                    "")
                .update()
            == 1;
  }

  /// Tries again after a while.
  ///
  /// @param doubtful whether it may have been done
  void again(Transaction transaction, Held held, Duration delay, boolean doubtful) {
    with(
            transaction,
            held,
            """
            update pos_step set state = 'pending', doubtful = :doubtful, failures = failures + 1,
                                leased_until = null, next_at = now() + make_interval(secs => :seconds)
            """,
            "")
        .with("doubtful", doubtful)
        .with("seconds", delay.toMillis() / 1000.0)
        .update();
  }

  /// Waits for a person, unless one came meanwhile.
  void block(Transaction transaction, Held held) {
    with(
            transaction,
            held,
            """
            update pos_step set state = case when wanted = :wanted then 'blocked' else 'pending' end,
                                leased_until = null
            """,
            "")
        .with("wanted", held.wanted())
        .update();
  }

  /// A person did what was missing: everything of the branch is tried anew, and what is being tried
  /// just now once more if it fails.
  void release(Transaction transaction, UUID restaurantId, UUID branchId) {
    transaction
        .sql(
            """
            update pos_step
               set state = case when state = 'blocked' then 'pending' else state end,
                   wanted = wanted + 1, failures = 0, next_at = now()
             where restaurant_id = :restaurant and branch_id = :branch
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .update();
  }

  /// It is not wanted any more. One that somebody holds is let be: he asks before he calls.
  void forget(Transaction transaction, UUID restaurantId, UUID orderId, StepKind kind) {
    transaction
        .sql(
            """
            delete from pos_step
             where restaurant_id = :restaurant and order_id = :order and kind = :kind
               and state <> 'sending'
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .with("kind", kind)
        .update();
  }

  /// What waits at a branch, and what waits for people.
  record Waiting(long waiting, long blocked) {}

  Waiting waiting(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            """
            select count(*) filter (where state <> 'blocked') as waiting,
                   count(*) filter (where state = 'blocked') as blocked
              from pos_step where restaurant_id = :restaurant and branch_id = :branch
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .one(row -> new Waiting(row.number("waiting"), row.number("blocked")));
  }

  private static com.crmres.server.database.Statement with(
      Transaction transaction, Held held, String change, String more) {
    return transaction
        .sql(
            change
                + """
                 where restaurant_id = :restaurant and order_id = :order and kind = :kind
                   and state = 'sending' and attempts = :attempt
                """
                + more)
        .with("restaurant", held.restaurantId())
        .with("order", held.orderId())
        .with("kind", held.kind())
        .with("attempt", held.attempt());
  }

  private static Held held(Row row) {
    return new Held(
        row.uuid("restaurant_id"),
        row.uuid("branch_id"),
        row.uuid("order_id"),
        row.named("kind", StepKind.class),
        row.flag("doubtful"),
        row.integer("attempts"),
        row.number("wanted"),
        row.integer("failures"));
  }
}
