package com.crmres.server.pos;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.OrderLine;
import com.crmres.server.ordering.cart.Cart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of the orders that go to tills.
final class HandedStore {

  private static final String ALL =
      """
      select p.*, c.number, c.status, c.status_since, c.fulfilment, c.order_total, c.destination
        from pos_order p
        join pos_order_card c on c.restaurant_id = p.restaurant_id and c.order_id = p.order_id
       where p.restaurant_id = :restaurant
      """;

  /// Notes that an order goes to a till.
  ///
  /// @return false if it did already
  boolean add(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      UUID orderId,
      String key,
      List<OrderLine> lines,
      Instant now) {
    return transaction
            .sql(
                """
                insert into pos_order (restaurant_id, branch_id, order_id, key, lines, made_at)
                values (:restaurant, :branch, :order, :key, :lines, :now)
                on conflict do nothing
                """)
            .with("restaurant", restaurantId)
            .with("branch", branchId)
            .with("order", orderId)
            .with("key", key)
            .with("lines", Json.write(lines))
            .with("now", now)
            .update()
        == 1;
  }

  Optional<Handed> find(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql(ALL + " and p.order_id = :order")
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .first(HandedStore::handed);
  }

  Optional<Handed> ofReference(
      Transaction transaction, UUID restaurantId, UUID branchId, String reference) {
    return transaction
        .sql(ALL + " and p.branch_id = :branch and p.reference = :reference")
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("reference", reference)
        .first(HandedStore::handed);
  }

  /// What a branch has handed over lately, and what is still open.
  List<Handed> lately(Transaction transaction, UUID restaurantId, UUID branchId, Instant since) {
    return transaction
        .sql(ALL + " and p.branch_id = :branch and p.made_at >= :since order by p.made_at")
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("since", since)
        .list(HandedStore::handed);
  }

  /// The till has it.
  void seen(Transaction transaction, UUID restaurantId, UUID orderId, Seen seen, Instant now) {
    transaction
        .sql(
            """
            update pos_order
               set reference = coalesce(reference, :reference), handed_at = coalesce(handed_at, :now),
                   stage = :stage, raw = :raw, total = :total, seen_at = :now, missing_since = null
             where restaurant_id = :restaurant and order_id = :order
            """)
        .with("reference", seen.reference())
        .with("stage", seen.stage())
        .with("raw", seen.raw())
        .with("total", seen.total())
        .with("now", now)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .update();
  }

  void missing(Transaction transaction, UUID restaurantId, UUID orderId, Instant now) {
    transaction
        .sql(
            """
            update pos_order set missing_since = coalesce(missing_since, :now), seen_at = :now
             where restaurant_id = :restaurant and order_id = :order
            """)
        .with("now", now)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .update();
  }

  /// The order holds something else from now on.
  void changed(
      Transaction transaction, UUID restaurantId, UUID orderId, String key, List<OrderLine> lines) {
    transaction
        .sql(
            """
            update pos_order set key = :key, lines = :lines
             where restaurant_id = :restaurant and order_id = :order
            """)
        .with("key", key)
        .with("lines", Json.write(lines))
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .update();
  }

  /// The order shall go to the till anew, under a key of its own.
  void anew(Transaction transaction, UUID restaurantId, UUID orderId, String key, UUID branchId) {
    transaction
        .sql(
            """
            update pos_order
               set key = :key, branch_id = :branch, reference = null, stage = null, raw = null, total = null,
                   seen_at = null, missing_since = null, handed_at = null
             where restaurant_id = :restaurant and order_id = :order
            """)
        .with("key", key)
        .with("branch", branchId)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .update();
  }

  void proved(
      Transaction transaction,
      UUID restaurantId,
      UUID orderId,
      String proof,
      UUID staffId,
      Instant now) {
    transaction
        .sql(
            """
            update pos_order set proof = :proof, proved_by = :staff, proved_at = :now
             where restaurant_id = :restaurant and order_id = :order
            """)
        .with("proof", proof)
        .with("staff", staffId)
        .with("now", now)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .update();
  }

  void observed(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      UUID orderId,
      Seen seen,
      String effect,
      Instant now) {
    transaction
        .sql(
            """
            insert into pos_observation (restaurant_id, id, order_id, stage, raw, total, effect, at)
            values (:restaurant, :id, :order, :stage, :raw, :total, :effect, :now)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("order", orderId)
        .with("stage", seen.stage())
        .with("raw", seen.raw())
        .with("total", seen.total())
        .with("effect", effect)
        .with("now", now)
        .update();
  }

  /// Notes an event of a till.
  ///
  /// @return false if it was told before
  boolean hear(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      Connector.Hint.Heard event,
      Instant now) {
    return transaction
            .sql(
                """
                insert into pos_event (restaurant_id, branch_id, event_id, reference, heard_at)
                values (:restaurant, :branch, :event, :reference, :now)
                on conflict do nothing
                """)
            .with("restaurant", restaurantId)
            .with("branch", branchId)
            .with("event", event.eventId())
            .with("reference", event.reference())
            .with("now", now)
            .update()
        == 1;
  }

  void forgetEvents(Transaction transaction, UUID restaurantId, Instant before) {
    transaction
        .sql("delete from pos_event where restaurant_id = :restaurant and heard_at < :before")
        .with("restaurant", restaurantId)
        .with("before", before)
        .update();
  }

  private static Handed handed(Row row) {
    String destination = row.textOrNull("destination");
    Long total = row.numberOrNull("total");
    return new Handed(
        row.uuid("order_id"),
        row.uuid("branch_id"),
        row.text("key"),
        List.of(row.json("lines", OrderLine[].class)),
        row.text("number"),
        row.named("status", OrderStatus.class),
        row.instant("status_since"),
        row.named("fulfilment", Fulfilment.class),
        row.money("order_total"),
        destination == null ? null : Json.read(destination, Cart.Destination.class),
        row.textOrNull("reference"),
        row.namedOrNull("stage", Stage.class),
        row.textOrNull("raw"),
        total == null ? null : new Money(total),
        row.instantOrNull("seen_at"),
        row.instantOrNull("missing_since"),
        row.textOrNull("proof") != null,
        row.instant("made_at"));
  }

  /// The reference of an order; null until the till has it.
  @Nullable String reference(Transaction transaction, UUID restaurantId, UUID orderId) {
    return find(transaction, restaurantId, orderId).map(Handed::reference).orElse(null);
  }
}
