package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderSummary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The orders known so far; a newer version is never replaced by an older one.
final class OrderShelf {

  private final UUID branchId;
  private final Map<UUID, OrderSummary> known = new HashMap<>();

  /// What was heard since the last list was asked for, and may be missing in it.
  private final Set<UUID> heardSince = new HashSet<>();

  OrderShelf(UUID branchId) {
    this.branchId = branchId;
  }

  void listAsked() {
    heardSince.clear();
  }

  void replaceBy(List<OrderSummary> listed) {
    Set<UUID> kept = new HashSet<>(heardSince);
    listed.forEach(order -> kept.add(order.id()));
    known.keySet().retainAll(kept);
    listed.forEach(this::keepNewer);
  }

  void heard(OrderSummary order) {
    if (order.branchId().equals(branchId)) {
      heardSince.add(order.id());
      keepNewer(order);
    } else {
      known.remove(order.id());
    }
  }

  private void keepNewer(OrderSummary order) {
    known.merge(order.id(), order, (old, fresh) -> fresh.version() >= old.version() ? fresh : old);
  }

  Optional<OrderSummary> find(UUID id) {
    return Optional.ofNullable(known.get(id));
  }

  List<OrderSummary> oldestFirst() {
    return known.values().stream()
        .sorted(Comparator.comparing(OrderSummary::placedAt).thenComparing(OrderSummary::number))
        .toList();
  }
}
