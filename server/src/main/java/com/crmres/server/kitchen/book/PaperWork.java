package com.crmres.server.kitchen.book;

import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.LineChange;
import com.crmres.common.kitchen.PaperKind;
import com.crmres.server.kitchen.ticket.KitchenOrder;
import com.crmres.server.kitchen.ticket.Line;
import com.crmres.server.kitchen.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out what a change of an order's tickets needs on paper.
final class PaperWork {

  private final TicketView view;
  private final @Nullable KitchenOrder before;
  private final KitchenOrder after;

  PaperWork(TicketView view, @Nullable KitchenOrder before, KitchenOrder after) {
    this.view = view;
    this.before = before;
    this.after = after;
  }

  List<Paper> papers() {
    if (after.head().fireAt() != null) {
      return List.of();
    }
    List<Paper> papers = new ArrayList<>();
    after.present().forEach(ticket -> paper(ticket).ifPresent(papers::add));
    return papers;
  }

  private Optional<Paper> paper(Ticket ticket) {
    KitchenTicket shown = view.shown(after.head(), ticket);
    KitchenOrder old = before;
    Optional<Ticket> known = old == null ? Optional.empty() : old.ticket(ticket.id());
    if (old == null || known.isEmpty() || old.head().fireAt() != null) {
      return after.head().isVoid()
          ? Optional.empty()
          : Optional.of(new Paper(PaperKind.NEW, shown));
    }
    if (after.head().isVoid() != old.head().isVoid()) {
      return Optional.of(
          new Paper(after.head().isVoid() ? PaperKind.VOID : PaperKind.RESTORED, shown));
    }
    List<KitchenLine> news =
        shown.lines().stream().filter(line -> isNews(known.get(), line)).toList();
    return news.isEmpty()
        ? Optional.empty()
        : Optional.of(new Paper(PaperKind.DELTA, only(shown, news)));
  }

  private static boolean isNews(Ticket known, KitchenLine line) {
    LineChange before = known.line(line.id()).map(Line::change).orElse(null);
    return line.change() != null && line.change() != before;
  }

  private static KitchenTicket only(KitchenTicket ticket, List<KitchenLine> lines) {
    return new KitchenTicket(
        ticket.id(),
        ticket.orderId(),
        ticket.branchId(),
        ticket.stationId(),
        ticket.station(),
        ticket.number(),
        ticket.fulfilment(),
        ticket.customer(),
        ticket.status(),
        ticket.marks(),
        lines,
        ticket.note(),
        ticket.allergies(),
        ticket.scheduledFor(),
        ticket.queueAt(),
        ticket.fireAt(),
        ticket.firedAt(),
        ticket.promisedAt(),
        ticket.doneAt(),
        ticket.open(),
        ticket.version());
  }
}
