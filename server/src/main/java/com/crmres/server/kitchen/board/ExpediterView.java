package com.crmres.server.kitchen.board;

import com.crmres.common.kitchen.ExpediterOrder;
import com.crmres.server.kitchen.book.TicketView;
import com.crmres.server.kitchen.ticket.Dish;
import com.crmres.server.kitchen.ticket.Head;
import com.crmres.server.kitchen.ticket.KitchenOrder;
import com.crmres.server.kitchen.ticket.Line;
import com.crmres.server.kitchen.ticket.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lays an order's tickets side by side: one line for each dish, one tick for each station.
final class ExpediterView {

  private ExpediterView() {}

  /// The same dish at several stations. A change of it stands apart.
  private record Key(UUID orderLineId, Dish dish, @Nullable Object change, int turn) {}

  static ExpediterOrder of(KitchenOrder order) {
    Head head = order.head();
    return new ExpediterOrder(
        head.orderId(),
        head.branchId(),
        head.number(),
        head.fulfilment(),
        head.customer(),
        head.status(),
        TicketView.marks(head, order.present().toList()),
        lines(order),
        head.note(),
        head.allergies(),
        head.scheduledFor(),
        head.queueAt(),
        head.fireAt(),
        head.promisedAt(),
        order.isEverythingDone(),
        order.present().map(ExpediterView::part).toList());
  }

  private static ExpediterOrder.Part part(Ticket ticket) {
    return new ExpediterOrder.Part(
        ticket.id(), ticket.stationId(), ticket.firedAt(), ticket.version());
  }

  private static List<ExpediterOrder.Line> lines(KitchenOrder order) {
    Map<Key, Line> first = new LinkedHashMap<>();
    Map<Key, List<ExpediterOrder.Tick>> ticks = new LinkedHashMap<>();
    for (Ticket ticket : order.present().toList()) {
      Map<Key, Integer> turns = new LinkedHashMap<>();
      for (Line line : ticket.lines()) {
        Key plain = new Key(line.orderLineId(), line.dish(), line.change(), 0);
        int turn = turns.merge(plain, 1, Integer::sum);
        Key key = new Key(line.orderLineId(), line.dish(), line.change(), turn);
        first.putIfAbsent(key, line);
        ticks
            .computeIfAbsent(key, _ -> new ArrayList<>())
            .add(new ExpediterOrder.Tick(ticket.id(), line.id(), ticket.stationId(), line.state()));
      }
    }
    return first.entrySet().stream()
        .sorted((a, b) -> Integer.compare(a.getValue().position(), b.getValue().position()))
        .map(entry -> line(entry.getValue(), ticks.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  private static ExpediterOrder.Line line(Line line, List<ExpediterOrder.Tick> ticks) {
    return new ExpediterOrder.Line(
        line.orderLineId(),
        line.quantity(),
        line.dish().name(),
        line.dish().size(),
        line.dish().modifiers(),
        line.dish().note(),
        line.dish().person(),
        line.change(),
        ticks);
  }
}
