package com.crmres.server.ordering;

import com.crmres.common.ordering.AlarmRung;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;

/// Whom orders tell of what happens to them; each notes its part in the same transaction.
///
/// @param alarms hear of every rung of the ladder that a new order climbs
/// @param outside says whose orders nobody here can call off alone
/// @param purse says how orders stand with their money
public record OrderPorts(
    List<OrderFollower> followers,
    List<AlarmFollower> alarms,
    SoldOut soldOut,
    Outside outside,
    Purse purse) {

  public OrderPorts {
    followers = List.copyOf(followers);
    alarms = List.copyOf(alarms);
  }

  /// For a house where nobody else has a part in orders.
  public static OrderPorts of(List<OrderFollower> followers) {
    return of(followers, Purse.NONE);
  }

  /// For a house where only followers have a part in orders, and payments are kept.
  public static OrderPorts of(List<OrderFollower> followers, Purse purse) {
    return new OrderPorts(followers, List.of(), (_, _, _, _) -> {}, (_, _, _) -> false, purse);
  }

  /// Whoever acts when a branch does not answer: tells managers, or pauses the branch.
  @FunctionalInterface
  public interface AlarmFollower {
    void rang(Transaction transaction, UUID restaurantId, OrderSummary order, AlarmRung rung);
  }

  /// Knows which orders somebody outside the house works on, for example a till.
  @FunctionalInterface
  public interface Outside {
    boolean makes(Transaction transaction, UUID restaurantId, UUID orderId);
  }

  /// Marks what a branch has none left of.
  @FunctionalInterface
  public interface SoldOut {
    void none(Transaction transaction, UUID restaurantId, UUID branchId, UUID itemId);
  }
}
