package com.crmres.server.kitchen.board;

import com.crmres.common.kitchen.AllDayCount;
import com.crmres.common.kitchen.KitchenModifier;
import com.crmres.common.kitchen.KitchenStats;
import com.crmres.common.kitchen.WasteEntry;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of the kitchen's lists.
final class BoardStore {

  /// A ticket that a list shows.
  record Found(UUID ticketId, UUID orderId) {}

  List<Found> open(Transaction transaction, Board.Place place, Instant since, int limit) {
    return at(
            transaction,
            place,
            """
            select t.id, t.order_id
              from kitchen_ticket t
              join kitchen_order o on o.restaurant_id = t.restaurant_id and o.order_id = t.order_id
             where t.restaurant_id = :restaurant and t.branch_id = :branch and t.open
               and t.queue_at >= :since
               and (cast(:station as uuid) is null or t.station_id = cast(:station as uuid))
             order by o.prioritised_at is null, o.prioritised_at, t.queue_at, t.order_id, t.id
             limit :limit
            """)
        .with("since", since)
        .with("limit", limit)
        .list(BoardStore::found);
  }

  List<Found> done(Transaction transaction, Board.Place place, int limit) {
    return at(
            transaction,
            place,
            """
            select t.id, t.order_id from kitchen_ticket t
             where t.restaurant_id = :restaurant and t.branch_id = :branch and t.done_at is not null
               and not t.open
               and (cast(:station as uuid) is null or t.station_id = cast(:station as uuid))
             order by t.done_at desc, t.id
             limit :limit
            """)
        .with("limit", limit)
        .list(BoardStore::found);
  }

  List<UUID> openOrders(Transaction transaction, Board.Place place, Instant since, int limit) {
    return at(
            transaction,
            place,
            """
            select t.order_id from kitchen_ticket t
             where t.restaurant_id = :restaurant and t.branch_id = :branch and t.open
               and t.queue_at >= :since
               and (cast(:station as uuid) is null or t.station_id = cast(:station as uuid))
             group by t.order_id
             order by min(t.queue_at)
             limit :limit
            """)
        .with("since", since)
        .with("limit", limit)
        .list(row -> row.uuid("order_id"));
  }

  /// What is still to be made. A dish that several stations make counts once for the branch.
  List<AllDayCount> allDay(
      Transaction transaction, Board.Place place, Instant since, boolean modifiers) {
    return at(
            transaction,
            place,
            """
            with by_station as (
              select k.order_id, k.order_line_id, k.ticket_id, k.item_id,
                     jsonb_build_object('name', k.dish -> 'name', 'size', k.dish -> 'size',
                                        'modifiers', case when :modifiers then k.dish -> 'modifiers' end) as dish,
                     sum(k.quantity) as quantity,
                     coalesce(sum(k.quantity) filter (where k.state = 'started'), 0) as started
                from kitchen_ticket t
                join kitchen_line k on k.restaurant_id = t.restaurant_id and k.ticket_id = t.id
               where t.restaurant_id = :restaurant and t.branch_id = :branch and t.open
                 and t.queue_at >= :since
                 and (cast(:station as uuid) is null or t.station_id = cast(:station as uuid))
                 and k.state not in ('done', 'voided', 'held')
               group by 1, 2, 3, 4, 5),
            waiting as (
              select distinct on (order_id, order_line_id, dish) item_id, dish, quantity, started
                from by_station
               order by order_id, order_line_id, dish, quantity desc, started desc)
            select item_id, dish -> 'name' as name, dish -> 'size' as size, dish -> 'modifiers' as modifiers,
                   cast(sum(quantity) as bigint) as quantity, cast(sum(started) as bigint) as started
              from waiting
             group by 1, 2, 3, 4
             order by 5 desc, 1
            """)
        .with("since", since)
        .with("modifiers", modifiers)
        .list(BoardStore::count);
  }

  /// How the day went so far.
  KitchenStats stats(Transaction transaction, Board.Place place, Instant since, Instant now) {
    return at(
            transaction,
            place,
            """
            select count(*) filter (where done_at is not null) as done,
                   count(*) filter (where done_at is not null and promised_at is not null) as promised,
                   count(*) filter (where done_at <= promised_at) as on_time,
                   percentile_cont(0.5) within group (order by extract(epoch from done_at - queue_at))
                     filter (where done_at is not null) as median,
                   count(*) filter (where done_at is null and cancelled_at is null
                                      and status not in ('delivered', 'out_for_delivery')) as under_way,
                   count(*) filter (where done_at is null and cancelled_at is null and promised_at < :now
                                      and status not in ('delivered', 'out_for_delivery')) as late,
                   (select count(*) from kitchen_waste w
                     where w.restaurant_id = :restaurant and w.branch_id = :branch and w.at >= :since) as wasted
              from kitchen_order
             where restaurant_id = :restaurant and branch_id = :branch and queue_at >= :since
               and cast(:station as uuid) is null
            """)
        .with("since", since)
        .with("now", now)
        .one(row -> stats(row, since));
  }

  List<WasteEntry> waste(Transaction transaction, Board.Place place, Instant since, int limit) {
    return at(
            transaction,
            place,
            """
            select w.*, o.number, l.dish -> 'name' as name
              from kitchen_waste w
              join kitchen_order o on o.restaurant_id = w.restaurant_id and o.order_id = w.order_id
              join kitchen_line l on l.restaurant_id = w.restaurant_id and l.id = w.line_id
             where w.restaurant_id = :restaurant and w.branch_id = :branch and w.at >= :since
               and cast(:station as uuid) is null
             order by w.at desc, w.id desc
             limit :limit
            """)
        .with("since", since)
        .with("limit", limit)
        .list(BoardStore::waste);
  }

  private static Statement at(Transaction transaction, Board.Place place, String sql) {
    return transaction
        .sql(sql)
        .with("restaurant", place.restaurantId())
        .with("branch", place.branchId())
        .with("station", place.stationId());
  }

  private static Found found(Row row) {
    return new Found(row.uuid("id"), row.uuid("order_id"));
  }

  private static AllDayCount count(Row row) {
    return new AllDayCount(
        row.uuid("item_id"),
        row.json("name", LocalizedText.class),
        size(row.textOrNull("size")),
        modifiers(row.textOrNull("modifiers")),
        row.number("quantity"),
        row.number("started"));
  }

  private static List<KitchenModifier> modifiers(@Nullable String json) {
    return json == null || json.equals("null")
        ? List.of()
        : List.of(Json.read(json, KitchenModifier[].class));
  }

  private static @Nullable LocalizedText size(@Nullable String json) {
    return json == null || json.equals("null") ? null : Json.read(json, LocalizedText.class);
  }

  private static KitchenStats stats(Row row, Instant since) {
    long promised = row.number("promised");
    Double median = row.decimalOrNull("median");
    return new KitchenStats(
        since,
        row.number("done"),
        promised == 0
            ? null
            : Math.toIntExact(Math.round(100.0 * row.number("on_time") / promised)),
        median == null ? null : Math.round(median),
        row.number("under_way"),
        row.number("late"),
        row.number("wasted"));
  }

  private static WasteEntry waste(Row row) {
    return new WasteEntry(
        row.uuid("id"),
        row.uuid("branch_id"),
        row.uuid("order_id"),
        row.text("number"),
        row.uuid("item_id"),
        row.json("name", LocalizedText.class),
        row.integer("quantity"),
        row.named("reason", WasteEntry.Reason.class),
        row.instantOrNull("made_at"),
        row.flag("offline"),
        row.instant("at"));
  }
}
