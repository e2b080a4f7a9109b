package com.crmres.server.ordering.cart;

import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps which carts must be looked after.
final class OpenCartStore {

  void add(Transaction transaction, OpenCarts.Change change, Instant now) {
    of(
            transaction.sql(
                """
                insert into cart_sweep (restaurant_id, id, branch_id, item_id, asked_at)
                values (:restaurant, :id, :branch, :item, :now)
                """),
            change)
        .with("branch", change.branchId())
        .with("item", change.itemId())
        .with("now", now)
        .update();
  }

  Optional<OpenCarts.Change> take(Transaction transaction, Instant now, Instant until) {
    return transaction
        .sql(
            """
            update cart_sweep set taken_until = :until
             where (restaurant_id, id) in (
               select restaurant_id, id from cart_sweep
                where taken_until is null or taken_until < :now
                order by asked_at
                limit 1
                  for update skip locked)
            returning restaurant_id, id, branch_id, item_id
            """)
        .with("until", until)
        .with("now", now)
        .first(row ->
            new OpenCarts.Change(
                row.uuid("restaurant_id"),
                row.uuid("id"),
                row.uuidOrNull("branch_id"),
                row.uuidOrNull("item_id")));
  }

  /// A cart that has no branch yet may be made anywhere.
  List<UUID> concerned(Transaction transaction, OpenCarts.Change change) {
    UUID item = change.itemId();
    return transaction
        .sql(
            """
            select conversation_id from cart
             where restaurant_id = :restaurant and not ordered and abandoned_at is null
               and lines @> cast(:lines as jsonb) and lines <> '[]'
               and (branch_id is null or branch_id = coalesce(cast(:branch as uuid), branch_id))
             order by changed_at desc
            """)
        .with("restaurant", change.restaurantId())
        .with("lines", item == null ? "[]" : "[{\"itemId\":\"" + item + "\"}]")
        .with("branch", change.branchId())
        .list(row -> row.uuid("conversation_id"));
  }

  void done(Transaction transaction, OpenCarts.Change change) {
    of(
            transaction.sql(
                "delete from cart_sweep where restaurant_id = :restaurant and id = :id"),
            change)
        .update();
  }

  /// A cart was changed: what it waited for begins anew.
  void touched(Transaction transaction, UUID restaurantId, UUID cartId, Instant remindAt) {
    transaction
        .sql(
            """
            insert into cart_watch (restaurant_id, cart_id, step, due_at)
            values (:restaurant, :cart, 'remind', :due)
            on conflict (restaurant_id, cart_id) do update
               set due_at = excluded.due_at
             where cart_watch.step = 'remind'
            """)
        .with("restaurant", restaurantId)
        .with("cart", cartId)
        .with("due", remindAt)
        .update();
  }

  /// One that was reminded of and then changed is put away later, and not reminded of again.
  void touchedAgain(Transaction transaction, UUID restaurantId, UUID cartId, Instant abandonAt) {
    transaction
        .sql(
            """
            update cart_watch set due_at = :due
             where restaurant_id = :restaurant and cart_id = :cart and step = 'abandon'
            """)
        .with("restaurant", restaurantId)
        .with("cart", cartId)
        .with("due", abandonAt)
        .update();
  }

  void forget(Transaction transaction, UUID restaurantId, UUID cartId) {
    transaction
        .sql("delete from cart_watch where restaurant_id = :restaurant and cart_id = :cart")
        .with("restaurant", restaurantId)
        .with("cart", cartId)
        .update();
  }

  List<OpenCarts.Left> due(Transaction transaction, Instant now, int limit) {
    return transaction
        .sql(
            """
            select restaurant_id, cart_id, step, due_at from cart_watch
             where due_at <= :now order by due_at limit :limit
            """)
        .with("now", now)
        .with("limit", limit)
        .list(OpenCartStore::left);
  }

  UUID conversation(Transaction transaction, OpenCarts.Left left) {
    return transaction
        .sql("select conversation_id from cart where restaurant_id = :restaurant and id = :cart")
        .with("restaurant", left.restaurantId())
        .with("cart", left.cartId())
        .one(row -> row.uuid("conversation_id"));
  }

  boolean isStillLeft(Transaction transaction, OpenCarts.Left left) {
    return transaction
        .sql(
            """
            select restaurant_id, cart_id, step, due_at from cart_watch
             where restaurant_id = :restaurant and cart_id = :cart for update
            """)
        .with("restaurant", left.restaurantId())
        .with("cart", left.cartId())
        .first(OpenCartStore::left)
        .filter(left::equals)
        .isPresent();
  }

  void next(Transaction transaction, OpenCarts.Left left, OpenCarts.Step step, Instant dueAt) {
    transaction
        .sql(
            """
            update cart_watch set step = :step, due_at = :due
             where restaurant_id = :restaurant and cart_id = :cart
            """)
        .with("restaurant", left.restaurantId())
        .with("cart", left.cartId())
        .with("step", step)
        .with("due", dueAt)
        .update();
  }

  private static Statement of(Statement statement, OpenCarts.Change change) {
    return statement.with("restaurant", change.restaurantId()).with("id", change.id());
  }

  private static OpenCarts.Left left(Row row) {
    return new OpenCarts.Left(
        row.uuid("restaurant_id"),
        row.uuid("cart_id"),
        row.named("step", OpenCarts.Step.class),
        row.instant("due_at"));
  }
}
