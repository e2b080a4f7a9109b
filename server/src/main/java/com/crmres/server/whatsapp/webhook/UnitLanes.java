package com.crmres.server.whatsapp.webhook;

import com.crmres.server.database.Database;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lanes of units and who has leased them; times are the database's, which all nodes share.
final class UnitLanes {

  private static final int LEASE_SECONDS = 5;
  private static final int MOST_AT_ONCE = 100;

  /// A unit `u` that may be done now: it need not wait, and none of its customer's before it does.
  private static final String DUE =
      """
      u.set_aside is null and (u.next_at is null or u.next_at <= now())
        and not exists (select 1 from webhook_unit e
                         where e.lane = u.lane and e.customer_key = u.customer_key
                           and e.set_aside is null and e.next_at > now()
                           and (e.delivery_id, e.place) < (u.delivery_id, u.place))
      """;

  private final Database database;
  private final String node;

  UnitLanes(Database database, String node) {
    this.database = database;
    this.node = node;
  }

  /// A unit in its lane.
  record Unit(
      int lane,
      long deliveryId,
      int place,
      String customerKey,
      @Nullable String accountId,
      @Nullable String phoneNumberId,
      String payload,
      Instant receivedAt,
      int attempts) {

    /// How logs and operators call it.
    String name() {
      return lane + "/" + deliveryId + "/" + place;
    }
  }

  /// Leases the free lane whose oldest due unit has waited longest.
  ///
  /// A lane whose last holder died is suspect: the unit it was at counts one attempt more, so that
  /// one that kills the process is set aside in the end.
  Optional<Integer> lease() {
    return database.inSystem(transaction -> {
      Optional<Leased> leased = leaseIn(transaction);
      leased.filter(Leased::holderDied).ifPresent(lane -> suspectFirst(transaction, lane));
      return leased.map(Leased::lane);
    });
  }

  private record Leased(int lane, boolean holderDied) {}

  private Optional<Leased> leaseIn(Transaction transaction) {
    return transaction
        .sql(
            """
            with free as (
              select l.lane, l.lease_owner
                from webhook_lane l
               where (l.leased_until is null or l.leased_until < now())
                 and exists (select 1 from webhook_unit u
                              where u.lane = l.lane and %s)
               order by (select min(u.delivery_id) from webhook_unit u
                          where u.lane = l.lane and u.set_aside is null)
               limit 1
               for update of l skip locked)
            update webhook_lane l
               set lease_owner = :node, leased_until = now() + make_interval(secs => :seconds)
              from free
             where l.lane = free.lane
            returning cast(l.lane as integer) as lane, free.lease_owner is not null as holder_died
            """
                .formatted(DUE))
        .with("node", node)
        .with("seconds", LEASE_SECONDS)
        .first(row -> new Leased(row.integer("lane"), row.flag("holder_died")));
  }

  private static void suspectFirst(Transaction transaction, Leased lane) {
    transaction
        .sql(
            """
            update webhook_unit set attempts = attempts + 1
             where (lane, delivery_id, place) in
                   (select u.lane, u.delivery_id, u.place from webhook_unit u
                     where u.lane = :lane and %s
                     order by u.delivery_id, u.place limit 1)
            """
                .formatted(DUE))
        .with("lane", lane.lane())
        .update();
  }

  /// The next units of a lane that may be done, in order; those that wait never hide them.
  List<Unit> head(int lane) {
    return database.inSystem(transaction ->
        transaction
            .sql(
                """
                select cast(lane as integer) as lane, delivery_id, place, customer_key, account_id,
                       phone_number_id, payload, received_at, attempts
                  from webhook_unit u
                 where u.lane = :lane and %s
                 order by delivery_id, place
                 limit :limit
                """
                    .formatted(DUE))
            .with("lane", lane)
            .with("limit", MOST_AT_ONCE)
            .list(UnitLanes::unit));
  }

  /// Keeps the lease alive.
  ///
  /// @return false if the lane is no longer ours
  boolean renew(int lane) {
    return database.inSystem(transaction ->
        transaction
                .sql(
                    """
                    update webhook_lane set leased_until = now() + make_interval(secs => :seconds)
                     where lane = :lane and lease_owner = :node and leased_until > now()
                    """)
                .with("lane", lane)
                .with("node", node)
                .with("seconds", LEASE_SECONDS)
                .update()
            == 1);
  }

  void release(int lane) {
    database.changeSystem(transaction ->
        transaction
            .sql(
                """
                update webhook_lane set lease_owner = null, leased_until = null
                 where lane = :lane and lease_owner = :node
                """)
            .with("lane", lane)
            .with("node", node)
            .update());
  }

  /// Takes the unit out, in the transaction of its effects.
  ///
  /// @return false if somebody else has done it
  static boolean take(Transaction transaction, Unit unit) {
    return transaction
            .sql(
                """
                delete from webhook_unit
                 where lane = :lane and delivery_id = :delivery and place = :place and set_aside is null
                """)
            .with("lane", unit.lane())
            .with("delivery", unit.deliveryId())
            .with("place", unit.place())
            .update()
        == 1;
  }

  /// Tries the unit again after a while.
  ///
  /// @param counts whether that was one of its attempts
  void postpone(Unit unit, Duration delay, boolean counts) {
    database.changeSystem(transaction ->
        transaction
            .sql(
                """
                update webhook_unit
                   set attempts = attempts + :counted, next_at = now() + make_interval(secs => :seconds)
                 where lane = :lane and delivery_id = :delivery and place = :place
                """)
            .with("counted", counts ? 1 : 0)
            .with("seconds", (int) delay.toSeconds())
            .with("lane", unit.lane())
            .with("delivery", unit.deliveryId())
            .with("place", unit.place())
            .update());
  }

  /// Leaves the unit for people.
  void setAside(Unit unit, String reason) {
    database.changeSystem(transaction ->
        transaction
            .sql(
                """
                update webhook_unit set attempts = attempts + 1, set_aside = :reason
                 where lane = :lane and delivery_id = :delivery and place = :place
                """)
            .with("reason", reason)
            .with("lane", unit.lane())
            .with("delivery", unit.deliveryId())
            .with("place", unit.place())
            .update());
  }

  private static Unit unit(Row row) {
    return new Unit(
        row.integer("lane"),
        row.number("delivery_id"),
        row.integer("place"),
        row.text("customer_key"),
        row.textOrNull("account_id"),
        row.textOrNull("phone_number_id"),
        row.text("payload"),
        row.instant("received_at"),
        row.integer("attempts"));
  }
}
