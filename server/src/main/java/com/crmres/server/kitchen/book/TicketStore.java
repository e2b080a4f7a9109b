package com.crmres.server.kitchen.book;

import com.crmres.common.kitchen.LineChange;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import com.crmres.server.kitchen.ticket.Dish;
import com.crmres.server.kitchen.ticket.Head;
import com.crmres.server.kitchen.ticket.KitchenOrder;
import com.crmres.server.kitchen.ticket.Line;
import com.crmres.server.kitchen.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// Keeps the kitchen's orders, tickets and lines in their tables.
public final class TicketStore {

  Optional<UUID> orderOf(Transaction transaction, UUID restaurantId, UUID ticketId) {
    return transaction
        .sql("select order_id from kitchen_ticket where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", ticketId)
        .first(row -> row.uuid("order_id"));
  }

  /// The order, kept from others until the transaction ends.
  Optional<KitchenOrder> lock(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql(
            """
            select order_id from kitchen_order
             where restaurant_id = :restaurant and order_id = :order for update
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .first(row -> row.uuid("order_id"))
        .map(known -> read(transaction, restaurantId, List.of(known)).getFirst());
  }

  /// The orders with all their tickets, by their place in the queue.
  public List<KitchenOrder> read(Transaction transaction, UUID restaurantId, List<UUID> orderIds) {
    if (orderIds.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Line>> lines = lines(transaction, restaurantId, orderIds);
    Map<UUID, List<Ticket>> tickets = tickets(transaction, restaurantId, orderIds, lines);
    return transaction
        .sql(
            """
            select * from kitchen_order
             where restaurant_id = :restaurant and order_id = any(cast(:orders as uuid[]))
             order by prioritised_at is null, prioritised_at, queue_at, order_id
            """)
        .with("restaurant", restaurantId)
        .with("orders", orderIds.toArray(UUID[]::new))
        .list(TicketStore::head)
        .stream()
        .map(head -> new KitchenOrder(head, tickets.getOrDefault(head.orderId(), List.of())))
        .toList();
  }

  void put(Transaction transaction, UUID restaurantId, Head head) {
    transaction
        .sql(
            """
            insert into kitchen_order (restaurant_id, order_id, branch_id, number, fulfilment, customer, status,
                                       note, allergies, scheduled_for, queue_at, fire_at, promised_at,
                                       started_at, done_at, cancelled_at, restored_at, prioritised_at)
            values (:restaurant, :order, :branch, :number, :fulfilment, :customer, :status,
                    :note, cast(:allergies as text[]), :scheduled, :queue, :fire, :promised,
                    :started, :done, :cancelled, :restored, :prioritised)
            on conflict (restaurant_id, order_id) do update
               set branch_id = excluded.branch_id, number = excluded.number, fulfilment = excluded.fulfilment, status = excluded.status, note = excluded.note,
                   allergies = excluded.allergies, scheduled_for = excluded.scheduled_for,
                   queue_at = excluded.queue_at, fire_at = excluded.fire_at,
                   promised_at = excluded.promised_at, started_at = excluded.started_at,
                   done_at = excluded.done_at, cancelled_at = excluded.cancelled_at,
                   restored_at = excluded.restored_at, prioritised_at = excluded.prioritised_at
            """)
        .with("restaurant", restaurantId)
        .with("order", head.orderId())
        .with("branch", head.branchId())
        .with("number", head.number())
        .with("fulfilment", head.fulfilment())
        .with("customer", head.customer())
        .with("status", head.status())
        .with("note", head.note())
        .with("allergies", head.allergies().toArray(String[]::new))
        .with("scheduled", head.scheduledFor())
        .with("queue", head.queueAt())
        .with("fire", head.fireAt())
        .with("promised", head.promisedAt())
        .with("started", head.startedAt())
        .with("done", head.doneAt())
        .with("cancelled", head.cancelledAt())
        .with("restored", head.restoredAt())
        .with("prioritised", head.prioritisedAt())
        .update();
  }

  void put(Transaction transaction, UUID restaurantId, Head head, Ticket ticket) {
    transaction
        .sql(
            """
            insert into kitchen_ticket (restaurant_id, id, order_id, branch_id, station_id, queue_at, fired_at,
                                        done_at, recalled, offline, open, version, left_as)
            values (:restaurant, :id, :order, :branch, :station, :queue, :fired,
                    :done, :recalled, :offline, :open, :version, :left)
            on conflict (restaurant_id, id) do update
               set queue_at = excluded.queue_at, fired_at = excluded.fired_at, done_at = excluded.done_at,
                   recalled = excluded.recalled, offline = excluded.offline, open = excluded.open,
                   version = excluded.version, left_as = excluded.left_as
            """)
        .with("restaurant", restaurantId)
        .with("id", ticket.id())
        .with("order", head.orderId())
        .with("branch", head.branchId())
        .with("station", ticket.stationId())
        .with("queue", head.queueAt())
        .with("fired", ticket.firedAt())
        .with("done", ticket.doneAt())
        .with("recalled", ticket.recalled())
        .with("offline", ticket.offline())
        .with("open", ticket.isOpen())
        .with("version", ticket.version())
        .with("left", ticket.left() == null ? null : ticket.left().number())
        .update();
  }

  void put(Transaction transaction, UUID restaurantId, UUID orderId, UUID ticketId, Line line) {
    transaction
        .sql(
            """
            insert into kitchen_line (restaurant_id, id, ticket_id, order_id, order_line_id, position, quantity,
                                      item_id, dish, state, state_before, change, started_at, done_at,
                                      acknowledged_at, remakes)
            values (:restaurant, :id, :ticket, :order, :orderLine, :position, :quantity,
                    :item, :dish, :state, :before, :change, :started, :done, :acknowledged, :remakes)
            on conflict (restaurant_id, id) do update
               set quantity = excluded.quantity, state = excluded.state, state_before = excluded.state_before,
                   change = excluded.change, started_at = excluded.started_at, done_at = excluded.done_at,
                   acknowledged_at = excluded.acknowledged_at, remakes = excluded.remakes
            """)
        .with("restaurant", restaurantId)
        .with("id", line.id())
        .with("ticket", ticketId)
        .with("order", orderId)
        .with("orderLine", line.orderLineId())
        .with("position", line.position())
        .with("quantity", line.quantity())
        .with("item", line.dish().itemId())
        .with("dish", Json.write(line.dish()))
        .with("state", line.state())
        .with("before", line.before())
        .with("change", line.change())
        .with("started", line.startedAt())
        .with("done", line.doneAt())
        .with("acknowledged", line.acknowledgedAt())
        .with("remakes", line.remakes())
        .update();
  }

  private static Map<UUID, List<Line>> lines(
      Transaction transaction, UUID restaurantId, List<UUID> orderIds) {
    return transaction
        .sql(
            """
            select * from kitchen_line
             where restaurant_id = :restaurant and order_id = any(cast(:orders as uuid[]))
             order by position, id
            """)
        .with("restaurant", restaurantId)
        .with("orders", orderIds.toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("ticket_id"), line(row)))
        .stream()
        .collect(byKey());
  }

  private static Map<UUID, List<Ticket>> tickets(
      Transaction transaction,
      UUID restaurantId,
      List<UUID> orderIds,
      Map<UUID, List<Line>> lines) {
    return transaction
        .sql(
            """
            select t.* from kitchen_ticket t
              join kitchen_station s on s.restaurant_id = t.restaurant_id and s.id = t.station_id
             where t.restaurant_id = :restaurant and t.order_id = any(cast(:orders as uuid[]))
             order by s.position, t.id
            """)
        .with("restaurant", restaurantId)
        .with("orders", orderIds.toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("order_id"), ticket(row, lines)))
        .stream()
        .collect(byKey());
  }

  private static <T> Collector<Map.Entry<UUID, T>, ?, Map<UUID, List<T>>> byKey() {
    return Collectors.groupingBy(
        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()));
  }

  private static Head head(Row row) {
    return new Head(
        row.uuid("order_id"),
        row.uuid("branch_id"),
        row.text("number"),
        row.named("fulfilment", Fulfilment.class),
        row.text("customer"),
        row.named("status", OrderStatus.class),
        row.textOrNull("note"),
        row.texts("allergies"),
        row.instantOrNull("scheduled_for"),
        row.instant("queue_at"),
        row.instantOrNull("fire_at"),
        row.instantOrNull("promised_at"),
        row.instantOrNull("started_at"),
        row.instantOrNull("done_at"),
        row.instantOrNull("cancelled_at"),
        row.instantOrNull("restored_at"),
        row.instantOrNull("prioritised_at"));
  }

  private static Ticket ticket(Row row, Map<UUID, List<Line>> lines) {
    String left = row.textOrNull("left_as");
    return new Ticket(
        row.uuid("id"),
        row.uuid("station_id"),
        row.instantOrNull("fired_at"),
        row.instantOrNull("done_at"),
        row.flag("recalled"),
        row.flag("offline"),
        row.number("version"),
        lines.getOrDefault(row.uuid("id"), List.of()),
        left == null ? null : new Ticket.Left(row.uuid("branch_id"), left));
  }

  private static Line line(Row row) {
    return new Line(
        row.uuid("id"),
        row.uuid("order_line_id"),
        row.integer("position"),
        row.integer("quantity"),
        row.json("dish", Dish.class),
        row.named("state", KitchenState.class),
        row.namedOrNull("state_before", KitchenState.class),
        row.namedOrNull("change", LineChange.class),
        row.instantOrNull("started_at"),
        row.instantOrNull("done_at"),
        row.instantOrNull("acknowledged_at"),
        row.integer("remakes"));
  }
}
