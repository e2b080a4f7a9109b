package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.PricedCart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps orders in their table.
final class OrderStore {

  private static final String SUMMARY =
      """
      select o.*, c.customer_name, c.customer_phone, c.customer_user_id
        from orders o
        join customer_card c on c.restaurant_id = o.restaurant_id and c.customer_id = o.customer_id
       where o.restaurant_id = :restaurant
      """;

  /// A new order.
  record Placing(
      UUID id,
      UUID conversationId,
      UUID customerId,
      UUID branchId,
      LocalDate day,
      String number,
      Cart cart,
      @Nullable String contactPhone,
      List<OrderLine> lines,
      Money deliveryFee,
      Money total,
      Money vat) {}

  /// Which orders a screen asks for.
  ///
  /// @param statuses empty for every open one, and those finished since `finishedSince`
  record Filter(
      Set<UUID> branchIds,
      Set<OrderStatus> statuses,
      Instant finishedSince,
      @Nullable UUID after,
      int limit) {}

  void add(Transaction transaction, UUID restaurantId, Placing order, Instant now) {
    transaction
        .sql(
            """
            insert into orders (restaurant_id, id, cart_id, conversation_id, customer_id, branch_id, day, number,
                                status, fulfilment, destination, contact_phone, lines, delivery_fee, total, vat, note,
                                scheduled_for, placed_at, status_since)
            values (:restaurant, :id, :cart, :conversation, :customer, :branch, :day, :number,
                    :status, :fulfilment, :destination, :contact, :lines, :fee, :total, :vat, :note,
                    :scheduled, :now, :now)
            """)
        .with("restaurant", restaurantId)
        .with("id", order.id())
        .with("cart", order.cart().id())
        .with("conversation", order.conversationId())
        .with("customer", order.customerId())
        .with("branch", order.branchId())
        .with("day", order.day().toString())
        .with("number", order.number())
        .with("status", OrderStatus.PENDING)
        .with("fulfilment", order.cart().fulfilment())
        .with("destination", destination(order.cart()))
        .with("contact", order.contactPhone())
        .with("lines", Json.write(order.lines()))
        .with("fee", order.deliveryFee())
        .with("total", order.total())
        .with("vat", order.vat())
        .with("note", order.cart().note())
        .with("scheduled", scheduled(order.cart(), now))
        .with("now", now)
        .update();
  }

  Optional<Order> find(Transaction transaction, UUID restaurantId, UUID orderId) {
    return order(transaction, restaurantId, orderId, "");
  }

  /// The order, kept from others until the transaction ends.
  Optional<Order> lock(Transaction transaction, UUID restaurantId, UUID orderId) {
    return order(transaction, restaurantId, orderId, "for update");
  }

  /// Moves an order that still stands where it was.
  ///
  /// @return false if somebody was faster
  boolean move(Transaction transaction, UUID restaurantId, Order before, Order moved) {
    Statement statement =
        transaction.sql(
            """
            update orders set status = :to, status_before = :before, reason = :reason, reason_code = :code,
                              status_since = :since, scheduled_for = :scheduled, accepted_at = :accepted,
                              promised_at = :promised, payment = :payment, paid = :paid, refunded = :refunded,
                              refund_asked = :asked, delivery = :delivery, driver = :driver, flags = :flags,
                              version = :version
             where restaurant_id = :restaurant and id = :id and status = :from and version = :version - 1
            """);
    return OrderRow.with(statement, moved)
            .with("restaurant", restaurantId)
            .with("from", before.status())
            .update()
        == 1;
  }

  /// Writes down what it is from now on.
  void alter(
      Transaction transaction,
      UUID restaurantId,
      UUID orderId,
      Cart cart,
      @Nullable String contactPhone,
      List<OrderLine> lines,
      PricedCart priced) {
    transaction
        .sql(
            """
            with old as (
              update cart set order_id = :id
               where restaurant_id = :restaurant
                 and id = (select cart_id from orders where restaurant_id = :restaurant and id = :id))
            update orders set cart_id = :cart, fulfilment = :fulfilment, destination = :destination,
                              contact_phone = :contact, note = :note, lines = :lines, delivery_fee = :fee,
                              total = :total, vat = :vat
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", orderId)
        .with("cart", cart.id())
        .with("fulfilment", cart.fulfilment())
        .with("destination", destination(cart))
        .with("contact", contactPhone)
        .with("note", cart.note())
        .with("lines", Json.write(lines))
        .with("fee", priced.deliveryFee())
        .with("total", priced.total())
        .with("vat", priced.vat())
        .update();
  }

  /// Where it is to be brought; null for a pickup.
  Cart.@Nullable Destination destination(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql(
            """
            select destination from orders
             where restaurant_id = :restaurant and id = :id and destination is not null
            """)
        .with("restaurant", restaurantId)
        .with("id", orderId)
        .first(row -> Json.read(row.text("destination"), Cart.Destination.class))
        .orElse(null);
  }

  /// Writes down which branch makes it from now on, and for what.
  void relocate(
      Transaction transaction,
      UUID restaurantId,
      Order order,
      LocalDate day,
      List<OrderLine> lines,
      PricedCart priced) {
    transaction
        .sql(
            """
            update orders set branch_id = :branch, day = :day, number = :number, lines = :lines, total = :total,
                              vat = :vat
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", order.id())
        .with("branch", order.branchId())
        .with("day", day.toString())
        .with("number", order.number())
        .with("lines", Json.write(lines))
        .with("total", priced.total())
        .with("vat", priced.vat())
        .update();
  }

  /// The cart it was made of.
  UUID cart(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql("select cart_id from orders where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", orderId)
        .one(row -> row.uuid("cart_id"));
  }

  Optional<OrderSummary> summary(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql(SUMMARY + " and o.id = :id")
        .with("restaurant", restaurantId)
        .with("id", orderId)
        .first(OrderRow::summary);
  }

  /// The lines of an order as they were sold.
  List<OrderLine> lines(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql("select lines from orders where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", orderId)
        .one(row -> List.of(row.json("lines", OrderLine[].class)));
  }

  /// The order that a cart became, or changed, or was to change.
  Optional<OrderSummary> ofCart(Transaction transaction, UUID restaurantId, UUID cartId) {
    return transaction
        .sql(
            SUMMARY
                + """
                   and o.id = (select coalesce(
                                 (select c.order_id from cart c
                                   where c.restaurant_id = :restaurant and c.id = :cart),
                                 (select p.id from orders p
                                   where p.restaurant_id = :restaurant and p.cart_id = :cart)))
                """)
        .with("restaurant", restaurantId)
        .with("cart", cartId)
        .first(OrderRow::summary);
  }

  /// The newest orders of a conversation, newest first.
  List<OrderSummary> ofConversation(
      Transaction transaction, UUID restaurantId, UUID conversationId, int limit) {
    return transaction
        .sql(
            SUMMARY
                + " and o.conversation_id = :conversation order by o.placed_at desc, o.id desc"
                + " limit :limit")
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("limit", limit)
        .list(OrderRow::summary);
  }

  /// A customer's orders at these branches, newest first.
  ///
  /// @param after the last order of the part before
  List<OrderSummary> ofCustomer(
      Transaction transaction,
      UUID restaurantId,
      UUID customerId,
      Set<UUID> branchIds,
      @Nullable UUID after,
      int limit) {
    return transaction
        .sql(
            SUMMARY
                + """
                   and o.customer_id = :customer and o.branch_id = any(cast(:branches as uuid[]))
                   and (cast(:after as uuid) is null
                        or (o.placed_at, o.id) < (select a.placed_at, a.id from orders a
                                                   where a.restaurant_id = :restaurant and a.id = :after))
                 order by o.placed_at desc, o.id desc
                 limit :limit
                """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .with("branches", branchIds.toArray(UUID[]::new))
        .with("after", after)
        .with("limit", limit)
        .list(OrderRow::summary);
  }

  /// Orders of branches, oldest first.
  List<OrderSummary> list(Transaction transaction, UUID restaurantId, Filter filter) {
    Statement statement =
        transaction.sql(
            SUMMARY
                + """
                   and o.branch_id = any(cast(:branches as uuid[]))
                   and case when cast(:statuses as text[]) = '{}'
                            then o.status not in ('delivered', 'rejected', 'expired', 'cancelled')
                                 or o.status_since >= :since
                            else o.status = any(cast(:statuses as text[])) end
                   and (cast(:after as uuid) is null
                        or (o.placed_at, o.id) > (select a.placed_at, a.id from orders a
                                                   where a.restaurant_id = :restaurant and a.id = :after))
                 order by o.placed_at, o.id
                 limit :limit
                """);
    return statement
        .with("restaurant", restaurantId)
        .with("branches", filter.branchIds().toArray(UUID[]::new))
        .with("statuses", names(filter.statuses()))
        .with("since", filter.finishedSince())
        .with("after", filter.after())
        .with("limit", filter.limit())
        .list(OrderRow::summary);
  }

  private static Optional<Order> order(
      Transaction transaction, UUID restaurantId, UUID orderId, String lock) {
    return transaction
        .sql("select * from orders where restaurant_id = :restaurant and id = :id " + lock)
        .with("restaurant", restaurantId)
        .with("id", orderId)
        .first(OrderRow::order);
  }

  /// A time that has passed is none: the order is for now.
  static @Nullable Instant scheduled(Cart cart, Instant now) {
    Instant wanted = cart.wantedAt();
    return wanted == null || !wanted.isAfter(now) ? null : wanted;
  }

  private static @Nullable String destination(Cart cart) {
    Cart.Destination destination = cart.destination();
    return destination == null || cart.fulfilment() != Fulfilment.DELIVERY
        ? null
        : Json.write(destination);
  }

  private static String[] names(Set<OrderStatus> statuses) {
    return statuses.stream().map(OrderStatus::wireName).toArray(String[]::new);
  }
}
