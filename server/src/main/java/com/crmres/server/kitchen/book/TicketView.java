package com.crmres.server.kitchen.book;

import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.Transaction;
import com.crmres.server.kitchen.ticket.Head;
import com.crmres.server.kitchen.ticket.Line;
import com.crmres.server.kitchen.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Shows tickets as screens and printers know them.
public final class TicketView {

  private static final LocalizedText NAMELESS = new LocalizedText("", "");

  private final Map<UUID, LocalizedText> stations;

  private TicketView(Map<UUID, LocalizedText> stations) {
    this.stations = stations;
  }

  /// A view that knows the stations of a branch, those of before included.
  public static TicketView of(Transaction transaction, UUID restaurantId, UUID branchId) {
    return new TicketView(
        transaction
            .sql(
                """
                select id, name_ar, name_en from kitchen_station
                 where restaurant_id = :restaurant and branch_id = :branch
                """)
            .with("restaurant", restaurantId)
            .with("branch", branchId)
            .list(row ->
                Map.entry(
                    row.uuid("id"), new LocalizedText(row.text("name_ar"), row.text("name_en"))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  public boolean knows(UUID stationId) {
    return stations.containsKey(stationId);
  }

  public LocalizedText station(UUID stationId) {
    return stations.getOrDefault(stationId, NAMELESS);
  }

  public KitchenTicket shown(Head head, Ticket ticket) {
    Ticket.Left left = ticket.left();
    return new KitchenTicket(
        ticket.id(),
        head.orderId(),
        left == null ? head.branchId() : left.branchId(),
        ticket.stationId(),
        station(ticket.stationId()),
        left == null ? head.number() : left.number(),
        head.fulfilment(),
        head.customer(),
        head.status(),
        marks(head, List.of(ticket)),
        ticket.lines().stream().map(Line::shown).toList(),
        head.note(),
        head.allergies(),
        head.scheduledFor(),
        head.queueAt(),
        head.fireAt(),
        ticket.firedAt(),
        head.promisedAt(),
        ticket.doneAt(),
        ticket.isOpen(),
        ticket.version());
  }

  public static List<TicketMark> marks(Head head, List<Ticket> tickets) {
    List<TicketMark> marks = new ArrayList<>();
    note(marks, TicketMark.SCHEDULED, head.fireAt() != null);
    note(marks, TicketMark.CHANGED, tickets.stream().anyMatch(TicketView::isChanged));
    note(marks, TicketMark.CANCEL_REQUESTED, head.status() == OrderStatus.CANCEL_REQUESTED);
    note(marks, TicketMark.VOIDED, head.isVoid() || tickets.stream().anyMatch(Ticket::isLeft));
    note(marks, TicketMark.RESTORED, head.restoredAt() != null && !head.isVoid());
    note(marks, TicketMark.PRIORITY, head.prioritisedAt() != null);
    note(marks, TicketMark.RECALLED, tickets.stream().anyMatch(Ticket::recalled));
    note(marks, TicketMark.OFFLINE, tickets.stream().anyMatch(Ticket::offline));
    return marks;
  }

  private static void note(List<TicketMark> marks, TicketMark mark, boolean holds) {
    if (holds) {
      marks.add(mark);
    }
  }

  private static boolean isChanged(Ticket ticket) {
    return ticket.lines().stream().anyMatch(line -> line.change() != null);
  }
}
