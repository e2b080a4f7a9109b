package com.crmres.server.pos;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.pos.DriftAction;
import com.crmres.common.pos.DriftKind;
import com.crmres.common.pos.PosDrift;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The list of orders that are not the same here and at the till: an entry stands from the round
/// that finds it to the round that does not.
final class Drifts {

  private final EventLog events;
  private final Clock clock;
  private final Ids ids;

  Drifts(EventLog events, Clock clock, Ids ids) {
    this.events = events;
    this.clock = clock;
    this.ids = ids;
  }

  /// What makes two differences the same.
  private record Key(DriftKind kind, String subject) {

    static Key of(DriftKind kind, @Nullable UUID orderId, @Nullable String reference) {
      return new Key(kind, orderId == null ? String.valueOf(reference) : orderId.toString());
    }
  }

  /// Makes the list of a branch what was just found.
  void renew(Transaction transaction, UUID restaurantId, UUID branchId, List<Difference> found) {
    Map<Key, PosDrift> before = new HashMap<>();
    open(transaction, restaurantId, Set.of(branchId))
        .forEach(
            drift -> before.put(Key.of(drift.kind(), drift.orderId(), drift.reference()), drift));
    int known = before.size();
    List<Difference> fresh = new ArrayList<>();
    Map<Key, Difference> once = new HashMap<>();
    found.forEach(one -> once.put(Key.of(one.kind(), one.orderId(), one.reference()), one));
    once.forEach((key, one) -> {
      if (before.remove(key) == null) {
        fresh.add(one);
      }
    });
    before.values().forEach(gone -> clear(transaction, restaurantId, gone.id()));
    fresh.forEach(one -> add(transaction, restaurantId, branchId, one));
    if (!fresh.isEmpty() || known != once.size()) {
      events.append(
          transaction,
          restaurantId,
          branchId,
          new LiveEvent.PosDriftChanged(branchId, once.size()));
    }
  }

  /// What stands now, the oldest first.
  List<PosDrift> open(Transaction transaction, UUID restaurantId, Set<UUID> branchIds) {
    return transaction
        .sql(
            """
            select d.*, c.number
              from pos_drift d
              left join pos_order_card c on c.restaurant_id = d.restaurant_id and c.order_id = d.order_id
             where d.restaurant_id = :restaurant and d.branch_id = any(cast(:branches as uuid[]))
               and d.cleared_at is null
             order by d.found_at, d.id
            """)
        .with("restaurant", restaurantId)
        .with("branches", branchIds.toArray(UUID[]::new))
        .list(Drifts::drift);
  }

  private void add(Transaction transaction, UUID restaurantId, UUID branchId, Difference one) {
    transaction
        .sql(
            """
            insert into pos_drift (restaurant_id, id, branch_id, order_id, reference, kind, ours, theirs,
                                   action, found_at)
            values (:restaurant, :id, :branch, :order, :reference, :kind, :ours, :theirs, :action, :now)
            on conflict do nothing
            """)
        .with("restaurant", restaurantId)
        .with("id", ids.next())
        .with("branch", branchId)
        .with("order", one.orderId())
        .with("reference", one.reference())
        .with("kind", one.kind())
        .with("ours", one.ours())
        .with("theirs", one.theirs())
        .with("action", one.action())
        .with("now", clock.instant())
        .update();
  }

  private void clear(Transaction transaction, UUID restaurantId, UUID id) {
    transaction
        .sql(
            "update pos_drift set cleared_at = :now where restaurant_id = :restaurant and id = :id")
        .with("now", clock.instant())
        .with("restaurant", restaurantId)
        .with("id", id)
        .update();
  }

  private static PosDrift drift(Row row) {
    return new PosDrift(
        row.uuid("id"),
        row.uuid("branch_id"),
        row.uuidOrNull("order_id"),
        row.textOrNull("number"),
        row.textOrNull("reference"),
        row.named("kind", DriftKind.class),
        row.text("ours"),
        row.text("theirs"),
        row.named("action", DriftAction.class),
        row.instant("found_at"));
  }
}
