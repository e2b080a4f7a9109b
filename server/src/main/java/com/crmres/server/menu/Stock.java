package com.crmres.server.menu;

import com.crmres.common.menu.StockCounts;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Counts what a branch has left of things it counts; an order keeps its part until the kitchen
/// begins, or the order comes to nothing.
///
/// Only when something is used up, or is back, does the menu change.
public final class Stock {

  private final Menus menus;

  public Stock(Menus menus) {
    this.menus = menus;
  }

  /// Says how many are left of an item or an option.
  ///
  /// @param left null to stop counting
  /// @return whether the restaurant has such a thing
  public boolean set(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      UUID subjectId,
      @Nullable Integer left) {
    if (Subjects.counted(menus.book(transaction, restaurantId)).noneMatch(subjectId::equals)) {
      return false;
    }
    menus.changing(
        transaction,
        restaurantId,
        branchId,
        () -> {
          if (left == null) {
            forget(transaction, restaurantId, branchId, subjectId);
          } else {
            count(transaction, restaurantId, branchId, subjectId, left);
          }
        });
    return true;
  }

  /// How many the branch has left of what it counts.
  public StockCounts counts(Transaction transaction, UUID restaurantId, UUID branchId) {
    return new StockCounts(
        branchId,
        in(
                transaction,
                restaurantId,
                branchId,
                """
                select subject_id, remaining from menu_stock
                 where restaurant_id = :restaurant and branch_id = :branch order by subject_id
                """)
            .list(row -> new StockCounts.Count(row.uuid("subject_id"), row.integer("remaining"))));
  }

  /// What of these the branch has too few of; others are kept from taking any until the transaction
  /// ends.
  public List<UUID> shortOf(
      Transaction transaction, UUID restaurantId, UUID branchId, Map<UUID, Integer> wanted) {
    return lock(transaction, restaurantId, branchId, wanted).stream()
        .filter(count -> count.left() < wanted.getOrDefault(count.subjectId(), 0))
        .map(StockCounts.Count::subjectId)
        .toList();
  }

  /// Keeps for an order what of its things is counted, as far as there is some left. The same order
  /// again keeps nothing more.
  public void hold(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      UUID orderId,
      Map<UUID, Integer> wanted) {
    for (StockCounts.Count count : lock(transaction, restaurantId, branchId, wanted)) {
      int taken = Math.min(count.left(), wanted.getOrDefault(count.subjectId(), 0));
      if (taken > 0
          && note(transaction, restaurantId, branchId, orderId, count.subjectId(), taken)) {
        move(transaction, restaurantId, branchId, count, -taken);
      }
    }
  }

  /// What is kept for an order.
  public Map<UUID, Integer> held(Transaction transaction, UUID restaurantId, UUID orderId) {
    Map<UUID, Integer> held = new HashMap<>();
    transaction
        .sql(
            """
            select subject_id, held from menu_stock_hold
             where restaurant_id = :restaurant and order_id = :order
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .list(row -> held.put(row.uuid("subject_id"), row.integer("held")));
    return held;
  }

  /// The order came to nothing: what was kept for it is back.
  public void giveBack(Transaction transaction, UUID restaurantId, UUID orderId) {
    Map<UUID, Map<UUID, Integer>> held = new HashMap<>();
    for (Held one : take(transaction, restaurantId, orderId)) {
      held.computeIfAbsent(one.branchId(), _ -> new HashMap<>()).put(one.subjectId(), one.count());
    }
    held.forEach((branchId, back) -> {
      for (StockCounts.Count count : lock(transaction, restaurantId, branchId, back)) {
        move(transaction, restaurantId, branchId, count, back.getOrDefault(count.subjectId(), 0));
      }
    });
  }

  /// The kitchen began: what was kept for the order is used.
  public void use(Transaction transaction, UUID restaurantId, UUID orderId) {
    take(transaction, restaurantId, orderId);
  }

  /// The counts of these things, in the order of their ids so that two orders cannot wait for each
  /// other.
  private static List<StockCounts.Count> lock(
      Transaction transaction, UUID restaurantId, UUID branchId, Map<UUID, Integer> wanted) {
    return in(
            transaction,
            restaurantId,
            branchId,
            """
            select subject_id, remaining from menu_stock
             where restaurant_id = :restaurant and branch_id = :branch and subject_id = any(:ids)
             order by subject_id for update
            """)
        .with("ids", wanted.keySet().toArray(UUID[]::new))
        .list(row -> new StockCounts.Count(row.uuid("subject_id"), row.integer("remaining")));
  }

  private void move(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      StockCounts.Count count,
      int change) {
    int left = count.left() + change;
    Runnable step = () -> count(transaction, restaurantId, branchId, count.subjectId(), left);
    if (left == 0 || count.left() == 0) {
      menus.changing(transaction, restaurantId, branchId, step);
    } else {
      step.run();
    }
  }

  private static void count(
      Transaction transaction, UUID restaurantId, UUID branchId, UUID subjectId, int left) {
    in(
            transaction,
            restaurantId,
            branchId,
            """
            insert into menu_stock (restaurant_id, branch_id, subject_id, remaining)
            values (:restaurant, :branch, :subject, :remaining)
            on conflict (restaurant_id, branch_id, subject_id)
            do update set remaining = excluded.remaining
            """)
        .with("subject", subjectId)
        .with("remaining", left)
        .update();
  }

  private static void forget(
      Transaction transaction, UUID restaurantId, UUID branchId, UUID subjectId) {
    in(
            transaction,
            restaurantId,
            branchId,
            """
            delete from menu_stock
             where restaurant_id = :restaurant and branch_id = :branch and subject_id = :subject
            """)
        .with("subject", subjectId)
        .update();
  }

  private static boolean note(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      UUID orderId,
      UUID subjectId,
      int count) {
    return in(
                transaction,
                restaurantId,
                branchId,
                """
                insert into menu_stock_hold (restaurant_id, order_id, branch_id, subject_id, held)
                values (:restaurant, :order, :branch, :subject, :held)
                on conflict do nothing
                """)
            .with("order", orderId)
            .with("subject", subjectId)
            .with("held", count)
            .update()
        == 1;
  }

  private static List<Held> take(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql(
            """
            delete from menu_stock_hold where restaurant_id = :restaurant and order_id = :order
            returning branch_id, subject_id, held
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .list(row -> new Held(row.uuid("branch_id"), row.uuid("subject_id"), row.integer("held")));
  }

  private static Statement in(
      Transaction transaction, UUID restaurantId, UUID branchId, String sql) {
    return transaction.sql(sql).with("restaurant", restaurantId).with("branch", branchId);
  }

  private record Held(UUID branchId, UUID subjectId, int count) {}
}
