package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.server.database.Transaction;
import java.util.Optional;
import java.util.UUID;

/// Whoever keeps the payments of orders: how an order stands with its money is what he says.
public interface Purse {

  /// A house that keeps no payments: orders stand as staff say.
  Purse NONE =
      new Purse() {
        @Override
        public Optional<OrderMoney> of(
            Transaction transaction, UUID restaurantId, UUID orderId, Money total) {
          return Optional.empty();
        }

        @Override
        public boolean takes(
            Transaction transaction, UUID restaurantId, UUID branchId, Money total) {
          return true;
        }
      };

  /// What the payments of an order come to; empty if there are none.
  ///
  /// @param total what it costs now
  Optional<OrderMoney> of(Transaction transaction, UUID restaurantId, UUID orderId, Money total);

  /// Whether a branch takes such an amount in any way.
  boolean takes(Transaction transaction, UUID restaurantId, UUID branchId, Money total);
}
