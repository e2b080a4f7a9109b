package com.crmres.server.ordering.history;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.CustomerFigures;
import com.crmres.server.database.Transaction;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Counts what a customer has ordered so far.
///
/// Nothing is kept beside the orders themselves: whatever is refunded, restored, taken back or
/// merged, the next question counts it. Orders that a merge brought in count as the survivor's.
public final class CustomerHistory {

  private final HistoryStore store = new HistoryStore();

  /// His figures.
  ///
  /// @param branches of which the reader may know
  public CustomerFigures figures(
      Transaction transaction, UUID restaurantId, UUID customerId, Set<UUID> branches) {
    HistoryStore.Asked asked = new HistoryStore.Asked(restaurantId, customerId, branches);
    HistoryStore.Sums sums = store.sums(transaction, asked);
    return new CustomerFigures(
        customerId,
        sums.ends(),
        sums.worth(),
        average(sums),
        sums.firstAt(),
        sums.lastAt(),
        Favourites.of(store.orders(transaction, asked)),
        store.branch(transaction, asked).orElse(null),
        store.way(transaction, asked).orElse(null));
  }

  /// Who a customer is since merges, if the reader may know of him: one of his conversations is
  /// with a branch of the reader's, or with none yet, or he has none at all.
  Optional<UUID> visible(
      Transaction transaction, UUID restaurantId, UUID customerId, Set<UUID> branches) {
    return store.visible(transaction, new HistoryStore.Asked(restaurantId, customerId, branches));
  }

  private static @Nullable Money average(HistoryStore.Sums sums) {
    int delivered = sums.ends().delivered();
    return delivered == 0
        ? null
        : new Money((2 * sums.delivered().halalas() + delivered) / (2L * delivered));
  }
}
