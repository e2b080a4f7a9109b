package com.crmres.server.kitchen.board;

import com.crmres.common.kitchen.ExpediterOrder;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.server.database.Transaction;
import com.crmres.server.kitchen.book.TicketStore;
import com.crmres.server.kitchen.book.TicketView;
import com.crmres.server.kitchen.ticket.KitchenOrder;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the kitchen's screens show. What is left from the day before is not shown any more, and
/// counts nowhere as done.
final class Board {

  private static final LocalTime DAY_BEGINS = LocalTime.of(4, 0);
  private static final int MOST_OPEN = 200;
  private static final int MOST_RECALLED = 30;

  private final Restaurants restaurants;
  private final Clock clock;
  private final BoardStore store = new BoardStore();
  private final TicketStore tickets = new TicketStore();

  Board(Restaurants restaurants, Clock clock) {
    this.restaurants = restaurants;
    this.clock = clock;
  }

  /// Where a list looks.
  ///
  /// @param stationId null for every station of the branch
  record Place(UUID restaurantId, UUID branchId, @Nullable UUID stationId) {}

  /// What a station has to make, or must acknowledge: the first in the queue first.
  List<KitchenTicket> open(Transaction transaction, Place place) {
    return shown(
        transaction,
        place,
        store.open(transaction, place, dayOf(transaction, place), MOST_OPEN),
        order -> order.head().fireAt() == null);
  }

  /// What waits for its time, the next first.
  List<KitchenTicket> scheduled(Transaction transaction, Place place) {
    return shown(
        transaction,
        place,
        store.open(transaction, place, dayOf(transaction, place), MOST_OPEN),
        order -> order.head().fireAt() != null);
  }

  /// What was done last, the newest first.
  List<KitchenTicket> recall(Transaction transaction, Place place) {
    return shown(transaction, place, store.done(transaction, place, MOST_RECALLED), _ -> true);
  }

  /// Whole orders with the ticks of every station.
  List<ExpediterOrder> orders(Transaction transaction, Place place) {
    Instant since = dayOf(transaction, place);
    List<UUID> ids = store.openOrders(transaction, place, since, MOST_OPEN);
    return tickets.read(transaction, place.restaurantId(), ids).stream()
        .filter(order -> order.head().branchId().equals(place.branchId()))
        .map(ExpediterView::of)
        .toList();
  }

  /// Since when the branch's kitchen counts its day.
  Instant dayOf(Transaction transaction, Place place) {
    ZonedDateTime now =
        clock
            .instant()
            .atZone(
                restaurants
                    .branch(transaction, place.restaurantId(), place.branchId())
                    .orElseThrow()
                    .zone());
    ZonedDateTime begin = now.with(DAY_BEGINS);
    return (begin.isAfter(now) ? begin.minusDays(1) : begin).toInstant();
  }

  private List<KitchenTicket> shown(
      Transaction transaction,
      Place place,
      List<BoardStore.Found> found,
      Predicate<KitchenOrder> wanted) {
    TicketView view = TicketView.of(transaction, place.restaurantId(), place.branchId());
    List<UUID> orderIds = found.stream().map(BoardStore.Found::orderId).distinct().toList();
    Map<UUID, KitchenOrder> orders =
        tickets.read(transaction, place.restaurantId(), orderIds).stream()
            .filter(wanted)
            .collect(Collectors.toMap(order -> order.head().orderId(), Function.identity()));
    return found.stream()
        .filter(ticket -> orders.containsKey(ticket.orderId()))
        .map(ticket -> shown(view, orders.get(ticket.orderId()), ticket.ticketId()))
        .toList();
  }

  private static KitchenTicket shown(TicketView view, @Nullable KitchenOrder order, UUID ticketId) {
    if (order == null) {
      throw new IllegalStateException("a ticket without its order: " + ticketId);
    }
    return view.shown(order.head(), order.ticket(ticketId).orElseThrow());
  }
}
