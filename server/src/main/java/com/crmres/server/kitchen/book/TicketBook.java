package com.crmres.server.kitchen.book;

import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.WasteEntry;
import com.crmres.common.live.LiveEvent;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.kitchen.ticket.Head;
import com.crmres.server.kitchen.ticket.KitchenOrder;
import com.crmres.server.kitchen.ticket.Line;
import com.crmres.server.kitchen.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps what changed of an order's tickets, and tells whoever must know: screens, printers, the
/// list of waste, the clock.
public final class TicketBook {

  private final TicketStore store = new TicketStore();
  private final WasteStore waste;
  private final DueStore due = new DueStore();
  private final EventLog events;
  private final Papers papers;

  public TicketBook(EventLog events, Papers papers, Ids ids) {
    this.events = events;
    this.papers = papers;
    this.waste = new WasteStore(ids);
  }

  public Optional<UUID> orderOf(Transaction transaction, UUID restaurantId, UUID ticketId) {
    return store.orderOf(transaction, restaurantId, ticketId);
  }

  public Optional<KitchenOrder> find(Transaction transaction, UUID restaurantId, UUID orderId) {
    return store.read(transaction, restaurantId, List.of(orderId)).stream().findFirst();
  }

  /// The order, kept from others until the transaction ends; its conversation must be locked before
  /// it.
  public Optional<KitchenOrder> lock(Transaction transaction, UUID restaurantId, UUID orderId) {
    return store.lock(transaction, restaurantId, orderId);
  }

  /// The ticket as screens know it.
  public KitchenTicket shown(Transaction transaction, UUID restaurantId, Head head, Ticket ticket) {
    return view(transaction, restaurantId, head, ticket).shown(head, ticket);
  }

  /// Each branch knows its own stations.
  private static TicketView view(
      Transaction transaction, UUID restaurantId, Head head, Ticket ticket) {
    Ticket.Left left = ticket.left();
    UUID branchId = left == null ? head.branchId() : left.branchId();
    return TicketView.of(transaction, restaurantId, branchId);
  }

  /// Food of a line that nobody wants there was made after all.
  public void wasMade(
      Transaction transaction,
      UUID restaurantId,
      Head head,
      Ticket ticket,
      Line line,
      Instant madeAt,
      Instant now) {
    Ticket.Left left = ticket.left();
    WasteEntry.Reason reason =
        left == null ? WasteEntry.Reason.ORDER_CANCELLED : WasteEntry.Reason.ORDER_MOVED;
    waste.add(
        transaction,
        restaurantId,
        new WasteStore.Place(left == null ? head.branchId() : left.branchId(), head.orderId()),
        line,
        new WasteStore.Why(reason, madeAt, true),
        now);
  }

  /// Keeps an order whose branch does not make it any more: what it has made of it is waste.
  public void leave(
      Transaction transaction,
      UUID restaurantId,
      KitchenOrder before,
      KitchenOrder struck,
      Instant now) {
    save(transaction, restaurantId, before, struck, WasteEntry.Reason.ORDER_MOVED, now);
  }

  /// Keeps an order.
  ///
  /// @param before as it was; null for one that comes to the kitchen now
  public void save(
      Transaction transaction,
      UUID restaurantId,
      @Nullable KitchenOrder before,
      KitchenOrder after,
      Instant now) {
    WasteEntry.Reason gone =
        after.head().isVoid() ? WasteEntry.Reason.ORDER_CANCELLED : WasteEntry.Reason.LINE_REMOVED;
    save(transaction, restaurantId, before, after, gone, now);
  }

  /// @param gone why nobody wants a line that is not wanted any more
  private void save(
      Transaction transaction,
      UUID restaurantId,
      @Nullable KitchenOrder before,
      KitchenOrder after,
      WasteEntry.Reason gone,
      Instant now) {
    if (after.equals(before)) {
      return;
    }
    Head head = after.head();
    if (before == null || !head.equals(before.head())) {
      store.put(transaction, restaurantId, head);
      due.plan(transaction, restaurantId, head);
    }
    boolean told =
        before == null || !head.timed(null, null).equals(before.head().timed(null, null));
    TicketView view = TicketView.of(transaction, restaurantId, head.branchId());
    List<Ticket> kept = new ArrayList<>();
    for (Ticket ticket : after.tickets()) {
      Ticket old = before == null ? null : before.ticket(ticket.id()).orElse(null);
      kept.add(
          (told && !ticket.isLeft()) || !ticket.equals(old)
              ? keep(transaction, restaurantId, head, old, ticket)
              : ticket);
    }
    noteWaste(transaction, restaurantId, before, after, gone, now);
    papers.wanted(
        transaction,
        restaurantId,
        new PaperWork(view, before, new KitchenOrder(head, kept)).papers());
  }

  private Ticket keep(
      Transaction transaction,
      UUID restaurantId,
      Head head,
      @Nullable Ticket before,
      Ticket ticket) {
    Ticket next = ticket.next();
    store.put(transaction, restaurantId, head, next);
    for (Line line : next.lines()) {
      Line old = before == null ? null : before.line(line.id()).orElse(null);
      if (!line.equals(old)) {
        store.put(transaction, restaurantId, head.orderId(), ticket.id(), line);
      }
    }
    KitchenTicket shown = shown(transaction, restaurantId, head, next);
    events.append(transaction, restaurantId, shown.branchId(), new LiveEvent.TicketChanged(shown));
    return next;
  }

  /// What was begun and is not wanted any more, or must be made again.
  private void noteWaste(
      Transaction transaction,
      UUID restaurantId,
      @Nullable KitchenOrder before,
      KitchenOrder after,
      WasteEntry.Reason gone,
      Instant now) {
    if (before == null) {
      return;
    }
    for (Ticket ticket : after.tickets()) {
      for (Line line : ticket.lines()) {
        Optional<Line> old = before.ticket(ticket.id()).flatMap(known -> known.line(line.id()));
        reason(gone, old.orElse(null), line)
            .ifPresent(reason ->
                waste.add(
                    transaction,
                    restaurantId,
                    new WasteStore.Place(after.head().branchId(), after.head().orderId()),
                    line,
                    new WasteStore.Why(reason, old.map(Line::doneAt).orElse(line.doneAt()), false),
                    now));
      }
    }
  }

  private static Optional<WasteEntry.Reason> reason(
      WasteEntry.Reason why, @Nullable Line old, Line line) {
    if (old != null && line.remakes() > old.remakes()) {
      return Optional.of(WasteEntry.Reason.REMADE);
    }
    boolean gone = !line.isWanted() && (old == null || old.isWanted());
    return gone && line.isUnderWay() ? Optional.of(why) : Optional.empty();
  }
}
