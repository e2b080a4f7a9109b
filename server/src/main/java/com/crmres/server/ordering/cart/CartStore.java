package com.crmres.server.ordering.cart;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps carts in their table; at most one of a conversation is open.
final class CartStore {

  private final CartListener listener;

  /// Makes the store.
  ///
  /// @param listener is told of every cart that is otherwise than it was
  CartStore(CartListener listener) {
    this.listener = listener;
  }

  /// The open cart of a conversation.
  Optional<Cart> open(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return open(transaction, restaurantId, conversationId, "");
  }

  /// As [#open], kept from others until the transaction ends.
  Optional<Cart> lockOpen(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return open(transaction, restaurantId, conversationId, "for update");
  }

  /// A cart, open or not.
  Optional<Cart> find(Transaction transaction, UUID restaurantId, UUID cartId) {
    return transaction
        .sql("select * from cart where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", cartId)
        .first(CartStore::cart);
  }

  /// A cart of a conversation, open or not, kept from others until the transaction ends.
  Optional<Kept> lock(
      Transaction transaction, UUID restaurantId, UUID conversationId, UUID cartId) {
    return transaction
        .sql(
            """
            select * from cart
             where restaurant_id = :restaurant and id = :id and conversation_id = :conversation
               and abandoned_at is null
               for update
            """)
        .with("restaurant", restaurantId)
        .with("id", cartId)
        .with("conversation", conversationId)
        .first(CartStore::kept);
  }

  /// Stores the first version of a cart.
  ///
  /// @return false if the conversation has an open one by now
  boolean add(
      Transaction transaction, UUID restaurantId, UUID conversationId, Cart cart, Instant now) {
    Statement statement =
        transaction.sql(
            """
            insert into cart (restaurant_id, id, conversation_id, version, branch_id, fulfilment,
                              destination, contact_phone, note, lines, wanted_at, order_id, changed_at)
            values (:restaurant, :id, :conversation, :version, :branch, :fulfilment,
                    :destination, :contact, :note, :lines, :wanted, :order, :now)
            on conflict do nothing
            """);
    boolean added =
        with(statement, restaurantId, cart, now).with("conversation", conversationId).update() == 1;
    if (added) {
      listener.changed(transaction, restaurantId, cart.id());
    }
    return added;
  }

  /// Stores a cart that staff made of an order: it was never open.
  void addOrdered(
      Transaction transaction, UUID restaurantId, UUID conversationId, Cart cart, Instant now) {
    Statement statement =
        transaction.sql(
            """
            insert into cart (restaurant_id, id, conversation_id, version, branch_id, fulfilment,
                              destination, contact_phone, note, lines, wanted_at, order_id, changed_at, ordered)
            values (:restaurant, :id, :conversation, :version, :branch, :fulfilment,
                    :destination, :contact, :note, :lines, :wanted, :order, :now, true)
            """);
    with(statement, restaurantId, cart, now).with("conversation", conversationId).update();
  }

  /// Stores the next version of a cart.
  void change(Transaction transaction, UUID restaurantId, Cart cart, Instant now) {
    Statement statement =
        transaction.sql(
            """
            update cart set version = :version, branch_id = :branch, fulfilment = :fulfilment,
                            destination = :destination, contact_phone = :contact, note = :note,
                            lines = :lines, wanted_at = :wanted, order_id = :order,
                            changed_at = :now
             where restaurant_id = :restaurant and id = :id
            """);
    with(statement, restaurantId, cart, now).update();
    listener.changed(transaction, restaurantId, cart.id());
  }

  void markReadBack(Transaction transaction, UUID restaurantId, PricedCart read, Instant now) {
    transaction
        .sql(
            """
            update cart set read_back_version = :version, read_back = :read, read_back_at = :now
             where restaurant_id = :restaurant and id = :id and version = :version
            """)
        .with("restaurant", restaurantId)
        .with("id", read.cartId())
        .with("version", read.version())
        .with("read", Json.write(read))
        .with("now", now)
        .update();
    listener.changed(transaction, restaurantId, read.cartId());
  }

  void forgetReadBack(Transaction transaction, UUID restaurantId, UUID cartId) {
    transaction
        .sql(
            """
            update cart set read_back_version = null, read_back = null, read_back_at = null
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", cartId)
        .update();
    listener.changed(transaction, restaurantId, cartId);
  }

  void markOrdered(Transaction transaction, UUID restaurantId, UUID cartId, Instant now) {
    transaction
        .sql(
            """
            update cart set ordered = true, changed_at = :now
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", cartId)
        .with("now", now)
        .update();
    listener.changed(transaction, restaurantId, cartId);
  }

  /// The open cart of a conversation, with what the customer was told of it.
  Optional<Kept> kept(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select * from cart
             where restaurant_id = :restaurant and conversation_id = :conversation
               and not ordered and abandoned_at is null
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .first(CartStore::kept);
  }

  /// The cart that an order was made of, or changed into last.
  Optional<Cart> ofOrder(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql(
            """
            select c.* from orders o
              join cart c on c.restaurant_id = o.restaurant_id and c.id = o.cart_id
             where o.restaurant_id = :restaurant and o.id = :order
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .first(CartStore::cart);
  }

  /// The cart is open no longer, and became no order.
  void putAway(Transaction transaction, UUID restaurantId, UUID cartId, Instant now) {
    transaction
        .sql(
            """
            update cart set abandoned_at = :now
             where restaurant_id = :restaurant and id = :id and not ordered and abandoned_at is null
            """)
        .with("restaurant", restaurantId)
        .with("id", cartId)
        .with("now", now)
        .update();
    listener.changed(transaction, restaurantId, cartId);
  }

  /// An order goes on as it is: nobody changes it any more.
  List<UUID> putAwayChangesOf(
      Transaction transaction, UUID restaurantId, UUID orderId, Instant now) {
    List<UUID> away =
        transaction
            .sql(
                """
                update cart set abandoned_at = :now
                 where restaurant_id = :restaurant and order_id = :order and not ordered
                   and abandoned_at is null
                returning id
                """)
            .with("restaurant", restaurantId)
            .with("order", orderId)
            .with("now", now)
            .list(row -> row.uuid("id"));
    away.forEach(cart -> listener.changed(transaction, restaurantId, cart));
    return away;
  }

  /// The number that the customer of a cart writes from, where WhatsApp tells it.
  Optional<String> customerPhone(Transaction transaction, UUID restaurantId, UUID cartId) {
    return transaction
        .sql(
            """
            select k.customer_phone
              from cart c
              join conversation v on v.restaurant_id = c.restaurant_id and v.id = c.conversation_id
              join customer_card k on k.restaurant_id = v.restaurant_id and k.customer_id = v.customer_id
             where c.restaurant_id = :restaurant and c.id = :id and k.customer_phone is not null
            """)
        .with("restaurant", restaurantId)
        .with("id", cartId)
        .first(row -> row.text("customer_phone"));
  }

  /// A cart with what the customer was told of it.
  ///
  /// @param ordered whether it became an order
  record Kept(
      Cart cart, boolean ordered, @Nullable PricedCart readBack, @Nullable Instant readBackAt) {}

  private static Optional<Cart> open(
      Transaction transaction, UUID restaurantId, UUID conversationId, String lock) {
    return transaction
        .sql(
            """
            select * from cart
             where restaurant_id = :restaurant and conversation_id = :conversation
               and not ordered and abandoned_at is null
            """
                + lock)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .first(CartStore::cart);
  }

  private static Statement with(Statement statement, UUID restaurantId, Cart cart, Instant now) {
    return statement
        .with("restaurant", restaurantId)
        .with("id", cart.id())
        .with("version", cart.version())
        .with("branch", cart.branchId())
        .with("fulfilment", cart.fulfilment())
        .with("destination", json(cart.destination()))
        .with("contact", cart.contactPhone())
        .with("note", cart.note())
        .with("lines", Json.write(cart.lines()))
        .with("wanted", cart.wantedAt())
        .with("order", cart.changes())
        .with("now", now);
  }

  private static @Nullable String json(@Nullable Object value) {
    return value == null ? null : Json.write(value);
  }

  private static Kept kept(Row row) {
    String read = row.textOrNull("read_back");
    return new Kept(
        cart(row),
        row.flag("ordered"),
        read == null ? null : Json.read(read, PricedCart.class),
        row.instantOrNull("read_back_at"));
  }

  private static Cart cart(Row row) {
    String destination = row.textOrNull("destination");
    return new Cart(
        row.uuid("id"),
        row.integer("version"),
        row.uuidOrNull("branch_id"),
        row.namedOrNull("fulfilment", Fulfilment.class),
        destination == null ? null : Json.read(destination, Cart.Destination.class),
        row.textOrNull("contact_phone"),
        row.textOrNull("note"),
        List.of(row.json("lines", CartLine[].class)),
        row.integerOrNull("read_back_version"),
        row.instantOrNull("wanted_at"),
        row.uuidOrNull("order_id"));
  }
}
