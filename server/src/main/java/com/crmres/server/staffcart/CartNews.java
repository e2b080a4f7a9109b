package com.crmres.server.staffcart;

import com.crmres.common.live.LiveEvent;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.CartListener;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells screens that a cart is otherwise than it was.
public final class CartNews implements CartListener {

  private final EventLog events;

  public CartNews(EventLog events) {
    this.events = events;
  }

  /// What happened, and to whose branch.
  private record News(LiveEvent event, @Nullable UUID branchId) {}

  @Override
  public void changed(Transaction transaction, UUID restaurantId, UUID cartId) {
    transaction
        .sql(
            """
            select c.id, c.conversation_id, c.version, c.lines, v.branch_id,
                   not c.ordered and c.abandoned_at is null as open
              from cart c
              join conversation v on v.restaurant_id = c.restaurant_id and v.id = c.conversation_id
             where c.restaurant_id = :restaurant and c.id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", cartId)
        .first(CartNews::news)
        .ifPresent(news -> events.append(transaction, restaurantId, news.branchId(), news.event()));
  }

  private static News news(Row row) {
    int pieces =
        Arrays.stream(row.json("lines", CartLine[].class)).mapToInt(CartLine::quantity).sum();
    return new News(
        new LiveEvent.CartChanged(
            row.uuid("conversation_id"),
            row.uuid("id"),
            row.integer("version"),
            row.flag("open"),
            pieces),
        row.uuidOrNull("branch_id"));
  }
}
