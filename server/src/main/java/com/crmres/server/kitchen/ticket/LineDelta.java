package com.crmres.server.kitchen.ticket;

import com.crmres.common.kitchen.LineChange;
import com.crmres.common.ordering.KitchenState;
import com.crmres.server.database.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Brings an order's tickets into accord with its lines: what is new is added, what is gone is
/// struck out, and what stays keeps its place and its progress.
public final class LineDelta {

  private final Ids ids;
  private final KitchenState fresh;
  private final Instant at;

  /// Makes one.
  ///
  /// @param fresh where a new line begins
  public LineDelta(Ids ids, KitchenState fresh, Instant at) {
    this.ids = ids;
    this.fresh = fresh;
    this.at = at;
  }

  /// The tickets of an order that comes to the kitchen now.
  public KitchenOrder first(Head head, List<Wanted> wanted) {
    KitchenOrder order = new KitchenOrder(head, List.of());
    for (Wanted line : wanted) {
      order = added(order, line, null);
    }
    return order;
  }

  /// The order after its lines have changed; the same if they have not.
  public KitchenOrder compare(KitchenOrder order, List<Wanted> wanted) {
    KitchenOrder changed = order.each(ticket -> withoutOthers(ticket, wanted));
    for (Wanted line : wanted) {
      List<Ticket> makers =
          changed.tickets().stream().filter(ticket -> quantity(ticket, line) > 0).toList();
      if (makers.isEmpty()) {
        changed = added(changed, line, LineChange.ADDED);
      }
      for (Ticket maker : makers) {
        changed = changed.with(adjusted(maker, line).settled(at));
      }
    }
    return changed;
  }

  private KitchenOrder added(KitchenOrder order, Wanted line, @Nullable LineChange change) {
    KitchenOrder grown = order;
    for (UUID station : line.stationIds()) {
      Ticket ticket = ofStation(grown, station).orElseGet(() -> Ticket.empty(ids.next(), station));
      Line fresh = Line.fresh(ids.next(), line, line.quantity(), this.fresh, change);
      grown = grown.with(ticket.plus(fresh).settled(at));
    }
    return grown;
  }

  private Ticket withoutOthers(Ticket ticket, List<Wanted> wanted) {
    return ticket
        .each(line ->
            line.isWanted() && wanted.stream().noneMatch(other -> isOf(line, other))
                ? line.removed(at)
                : line)
        .settled(at);
  }

  private Ticket adjusted(Ticket ticket, Wanted wanted) {
    int difference = wanted.quantity() - quantity(ticket, wanted);
    if (difference > 0) {
      return ticket.plus(Line.fresh(ids.next(), wanted, difference, fresh, LineChange.ADDED));
    }
    return difference < 0 ? reduced(ticket, wanted, -difference) : ticket;
  }

  /// Takes away what nobody has begun before what somebody has.
  private Ticket reduced(Ticket ticket, Wanted wanted, int tooMany) {
    List<Line> lines = new ArrayList<>(ticket.lines());
    List<Line> candidates =
        ticket.lines().stream()
            .filter(line -> isOf(line, wanted))
            .sorted(Comparator.comparing(Line::isUnderWay).thenComparing(Line::isDone))
            .toList();
    int left = tooMany;
    for (Line line : candidates) {
      int cut = Math.min(left, line.quantity());
      if (cut == line.quantity()) {
        lines.replaceAll(other -> other.equals(line) ? line.removed(at) : other);
      } else if (cut > 0) {
        lines.replaceAll(other -> other.equals(line) ? line.of(line.quantity() - cut) : other);
        lines.add(line.cut(ids.next(), cut));
      }
      left -= cut;
    }
    return ticket.with(lines);
  }

  private static int quantity(Ticket ticket, Wanted wanted) {
    return ticket.lines().stream()
        .filter(line -> isOf(line, wanted))
        .mapToInt(Line::quantity)
        .sum();
  }

  private static boolean isOf(Line line, Wanted wanted) {
    return line.isWanted()
        && line.orderLineId().equals(wanted.orderLineId())
        && line.dish().isSameAs(wanted.dish());
  }

  private static Optional<Ticket> ofStation(KitchenOrder order, UUID stationId) {
    return order.present().filter(ticket -> ticket.stationId().equals(stationId)).findFirst();
  }
}
