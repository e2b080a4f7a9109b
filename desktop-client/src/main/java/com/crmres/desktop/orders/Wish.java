package com.crmres.desktop.orders;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What staff want of an order, with what it needs.
record Wish(
    OrderAction action,
    @Nullable Integer minutes,
    @Nullable OrderReason reason,
    @Nullable String words,
    List<UUID> itemIds,
    @Nullable Money amount,
    @Nullable Instant scheduledFor,
    @Nullable String driver,
    @Nullable UUID branchId) {

  Wish {
    itemIds = List.copyOf(itemIds);
  }

  static Wish plain(OrderAction action) {
    return new Wish(action, null, null, null, List.of(), null, null, null, null);
  }

  static Wish minutes(OrderAction action, int minutes) {
    return new Wish(action, minutes, null, null, List.of(), null, null, null, null);
  }

  /// @param itemIds what the branch has none left of
  static Wish because(
      OrderAction action, OrderReason reason, @Nullable String words, List<UUID> itemIds) {
    return new Wish(action, null, reason, words, itemIds, null, null, null, null);
  }

  static Wish at(OrderAction action, Instant time) {
    return new Wish(action, null, null, null, List.of(), null, time, null, null);
  }

  static Wish by(OrderAction action, String driver) {
    return new Wish(action, null, null, null, List.of(), null, null, driver, null);
  }

  static Wish of(OrderAction action, Money amount) {
    return new Wish(action, null, null, null, List.of(), amount, null, null, null);
  }

  /// The same for another branch.
  Wish towards(UUID branch) {
    return new Wish(action, minutes, reason, words, itemIds, amount, scheduledFor, driver, branch);
  }

  ChangeOrderRequest request(UUID commandId, long version) {
    return new ChangeOrderRequest(
        commandId,
        action,
        version,
        words,
        minutes,
        reason,
        itemIds.isEmpty() ? null : itemIds,
        amount,
        scheduledFor,
        driver,
        null,
        null,
        branchId);
  }
}
