package com.crmres.desktop.kitchen;

import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.ordering.KitchenState;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ticket as it will stand once the server has what was kept without network. Its version stays:
/// whatever the server says replaces it.
final class TicketAhead {

  private TicketAhead() {}

  /// @param lineId for what is done with a line
  static KitchenTicket of(
      KitchenTicket ticket, KitchenAction action, @Nullable UUID lineId, Instant now) {
    boolean whole = action == KitchenAction.BUMP;
    KitchenState state =
        action == KitchenAction.START_LINE ? KitchenState.STARTED : KitchenState.DONE;
    List<KitchenLine> lines =
        ticket.lines().stream()
            .map(line -> whole || line.id().equals(lineId) ? moved(line, state, now) : line)
            .toList();
    Set<TicketMark> marks = new LinkedHashSet<>(ticket.marks());
    marks.add(TicketMark.OFFLINE);
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
        List.copyOf(marks),
        lines,
        ticket.note(),
        ticket.allergies(),
        ticket.scheduledFor(),
        ticket.queueAt(),
        ticket.fireAt(),
        ticket.firedAt(),
        ticket.promisedAt(),
        whole ? now : ticket.doneAt(),
        ticket.open() && !whole,
        ticket.version());
  }

  /// What is not wanted any more stays so.
  private static KitchenLine moved(KitchenLine line, KitchenState state, Instant now) {
    if (line.state() == KitchenState.VOIDED || line.state() == KitchenState.DONE) {
      return line;
    }
    return new KitchenLine(
        line.id(),
        line.orderLineId(),
        line.quantity(),
        line.itemId(),
        line.name(),
        line.size(),
        line.modifiers(),
        line.note(),
        line.person(),
        state,
        line.change(),
        line.startedAt() == null ? now : line.startedAt(),
        state == KitchenState.DONE ? now : line.doneAt(),
        line.acknowledged(),
        line.remakes());
  }
}
