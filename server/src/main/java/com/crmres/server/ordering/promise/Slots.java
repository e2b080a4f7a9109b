package com.crmres.server.ordering.promise;

import com.crmres.common.restaurant.SlotCapacity;
import com.crmres.server.database.Transaction;
import com.crmres.server.restaurant.Branch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The quarters of an hour of a branch: each takes so many orders, or so much of the kitchen's
/// time, and never more.
///
/// The row of a quarter is changed only if there is room in it, so two who want the last place wait
/// for each other and one of them hears that it is gone.
public final class Slots {

  private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

  /// A customer who orders for now hears of "about" so many minutes: this much later is still that.
  private static final int LATER_FOR_NOW = 2;

  private static final int SEARCHED = 24;

  /// What an order takes of the kitchen.
  ///
  /// @param pieces all items of the order, counted
  public static int kitchenMinutes(int pieces) {
    return 3 + pieces;
  }

  /// Keeps a place for an order in the quarter of its time.
  ///
  /// @param exact whether the customer named the time; otherwise one of the next two quarters will
  ///   do
  /// @return the beginning of the quarter; empty if there is no room
  public Optional<Instant> reserve(
      Transaction transaction,
      UUID restaurantId,
      Branch branch,
      UUID orderId,
      Instant time,
      int minutes,
      boolean exact) {
    return quarters(time, exact ? 1 : 1 + LATER_FOR_NOW)
        .filter(start -> take(transaction, restaurantId, branch.id(), start, minutes))
        .findFirst()
        .map(start -> claimed(transaction, restaurantId, branch.id(), orderId, start, minutes));
  }

  /// The beginning of the quarter in which an order has its place.
  public Optional<Instant> claimed(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql(
            """
            select starts_at from slot_claim where restaurant_id = :restaurant and order_id = :order
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .first(row -> row.instant("starts_at"));
  }

  /// Gives the place of an order back; once.
  public void release(Transaction transaction, UUID restaurantId, UUID orderId) {
    transaction
        .sql(
            """
            with claim as (
              delete from slot_claim where restaurant_id = :restaurant and order_id = :order
              returning branch_id, starts_at, minutes)
            update slot s set orders = s.orders - 1, minutes = s.minutes - c.minutes
              from claim c
             where s.restaurant_id = :restaurant and s.branch_id = c.branch_id and s.starts_at = c.starts_at
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .update();
  }

  /// The next times from one on that have room and at which the branch takes orders.
  public List<Instant> free(
      Transaction transaction,
      UUID restaurantId,
      Branch branch,
      Instant from,
      int minutes,
      int count) {
    SlotCapacity capacity = capacity(transaction, restaurantId, branch.id());
    return quarters(from, SEARCHED)
        .filter(start -> !start.isBefore(from) && branch.isOpenFor(start))
        .filter(start -> hasRoom(transaction, restaurantId, branch.id(), start, minutes, capacity))
        .limit(count)
        .toList();
  }

  public SlotCapacity capacity(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            """
            select slot_orders, slot_minutes from branch
             where restaurant_id = :restaurant and id = :branch
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .one(row ->
            new SlotCapacity(row.integerOrNull("slot_orders"), row.integerOrNull("slot_minutes")));
  }

  /// From now on quarters take so much; what is taken already stays.
  public void setCapacity(
      Transaction transaction, UUID restaurantId, UUID branchId, SlotCapacity capacity) {
    transaction
        .sql(
            """
            update branch set slot_orders = :orders, slot_minutes = :minutes
             where restaurant_id = :restaurant and id = :branch
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("orders", capacity.orders())
        .with("minutes", capacity.minutes())
        .update();
  }

  private static Stream<Instant> quarters(Instant from, int count) {
    long first = Math.floorDiv(from.getEpochSecond(), QUARTER) * QUARTER;
    return Stream.iterate(Instant.ofEpochSecond(first), start -> start.plusSeconds(QUARTER))
        .limit(count);
  }

  /// An order that is larger than a whole quarter gets one to itself.
  private static boolean take(
      Transaction transaction, UUID restaurantId, UUID branchId, Instant start, int minutes) {
    transaction
        .sql(
            """
            insert into slot (restaurant_id, branch_id, starts_at, orders, minutes)
            values (:restaurant, :branch, :start, 0, 0) on conflict do nothing
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("start", start)
        .update();
    return transaction
            .sql(
                """
                update slot s set orders = s.orders + 1, minutes = s.minutes + :minutes
                  from branch b
                 where s.restaurant_id = :restaurant and s.branch_id = :branch and s.starts_at = :start
                   and b.restaurant_id = s.restaurant_id and b.id = s.branch_id
                   and (b.slot_orders is null or s.orders < b.slot_orders)
                   and (b.slot_minutes is null or s.orders = 0 or s.minutes + :minutes <= b.slot_minutes)
                """)
            .with("restaurant", restaurantId)
            .with("branch", branchId)
            .with("start", start)
            .with("minutes", minutes)
            .update()
        == 1;
  }

  private static Instant claimed(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      UUID orderId,
      Instant start,
      int minutes) {
    transaction
        .sql(
            """
            insert into slot_claim (restaurant_id, order_id, branch_id, starts_at, minutes)
            values (:restaurant, :order, :branch, :start, :minutes)
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .with("branch", branchId)
        .with("start", start)
        .with("minutes", minutes)
        .update();
    return start;
  }

  private static boolean hasRoom(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      Instant start,
      int minutes,
      SlotCapacity capacity) {
    if (capacity.orders() == null && capacity.minutes() == null) {
      return true;
    }
    return transaction
        .sql(
            """
            select orders, minutes from slot
             where restaurant_id = :restaurant and branch_id = :branch and starts_at = :start
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("start", start)
        .first(row -> fits(row.integer("orders"), row.integer("minutes"), minutes, capacity))
        .orElse(capacity.orders() == null || capacity.orders() > 0);
  }

  private static boolean fits(int orders, int taken, int minutes, SlotCapacity capacity) {
    Integer most = capacity.orders();
    Integer longest = capacity.minutes();
    return (most == null || orders < most)
        && (longest == null || orders == 0 || taken + minutes <= longest);
  }
}
