package com.crmres.server.kitchen.book;

import com.crmres.common.kitchen.WasteEntry;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.kitchen.ticket.Line;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps what was begun or made for nothing: once for each line, and once for each remake.
final class WasteStore {

  private final Ids ids;

  WasteStore(Ids ids) {
    this.ids = ids;
  }

  /// Why food is waste.
  ///
  /// @param madeAt null if it was only begun
  /// @param offline whether a device reported it after it had been without network
  record Why(WasteEntry.Reason reason, @Nullable Instant madeAt, boolean offline) {}

  /// Where it is waste.
  record Place(UUID branchId, UUID orderId) {}

  void add(
      Transaction transaction, UUID restaurantId, Place place, Line line, Why why, Instant now) {
    transaction
        .sql(
            """
            insert into kitchen_waste (restaurant_id, id, branch_id, order_id, line_id, item_id, quantity,
                                       reason, made_at, offline, at)
            values (:restaurant, :id, :branch, :order, :line, :item, :quantity,
                    :reason, :made, :offline, :now)
            on conflict (restaurant_id, line_id) where reason <> 'remade' do update
               set made_at = coalesce(kitchen_waste.made_at, excluded.made_at),
                   offline = kitchen_waste.offline or excluded.offline
            """)
        .with("restaurant", restaurantId)
        .with("id", ids.next())
        .with("branch", place.branchId())
        .with("order", place.orderId())
        .with("line", line.id())
        .with("item", line.dish().itemId())
        .with("quantity", line.quantity())
        .with("reason", why.reason())
        .with("made", why.madeAt())
        .with("offline", why.offline())
        .with("now", now)
        .update();
  }
}
