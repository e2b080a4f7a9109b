package com.crmres.server.kitchen.ticket;

import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.ordering.KitchenState;
import com.crmres.server.ordering.Why;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing done with a ticket, applied to its order. Pure.
///
/// @param lineId null where the whole ticket is meant
/// @param at when it was done, perhaps by a device's clock
/// @param late whether it is told only now, by a device that had no network
/// @param stale whether the device had not yet seen the ticket as it is
/// @param why it takes back an order that was ready
public record TicketChange(
    KitchenAction action, @Nullable UUID lineId, Instant at, boolean late, boolean stale, Why why) {

  /// The order after it; nothing if it is not allowed.
  public Optional<KitchenOrder> on(KitchenOrder order, Ticket ticket) {
    if (ticket.isLeft() && action != KitchenAction.ACKNOWLEDGE_VOID) {
      return Optional.empty();
    }
    return switch (action) {
      case START_LINE -> line(order, ticket, LineCommand.START);
      case LINE_DONE -> lineDone(order, ticket);
      case UNDO_LINE -> line(order, ticket, LineCommand.UNDO);
      case REMAKE_LINE -> line(order, ticket, LineCommand.REMAKE);
      case BUMP -> bump(order, ticket);
      case UNDO_BUMP ->
          Optional.of(ticket)
              .filter(done -> done.doneAt() != null && !done.isVoid())
              .map(done -> order.with(done.reopened(at)));
      case FIRE ->
          order.head().fireAt() == null
              ? Optional.empty()
              : Optional.of(order.with(order.head().givenOut(at)).all(LineCommand.FIRE, at));
      case PRIORITISE ->
          Optional.of(order)
              .filter(plain -> plain.head().prioritisedAt() == null)
              .map(plain -> plain.with(plain.head().prioritised(at)));
      case UNPRIORITISE ->
          Optional.of(order)
              .filter(first -> first.head().prioritisedAt() != null)
              .map(first -> first.with(first.head().prioritised(null)));
      case ACKNOWLEDGE_VOID -> changed(order, ticket, ticket.each(line -> line.acknowledged(at)));
    };
  }

  /// Whether it takes something back, so that an order that was ready is so no longer.
  public boolean goesBack(Ticket ticket) {
    return switch (action) {
      case UNDO_LINE, REMAKE_LINE, UNDO_BUMP -> true;
      case LINE_DONE -> !stale && found(ticket).filter(Line::isDone).isPresent();
      case START_LINE, BUMP, FIRE, PRIORITISE, UNPRIORITISE, ACKNOWLEDGE_VOID -> false;
    };
  }

  /// Whether it says that food was made.
  public boolean saysMade() {
    return action == KitchenAction.BUMP || action == KitchenAction.LINE_DONE;
  }

  private Optional<KitchenOrder> lineDone(KitchenOrder order, Ticket ticket) {
    Optional<Line> line = found(ticket);
    if (line.isPresent() && line.get().isDone()) {
      // Two devices that say the same do not take it back.
      return stale ? Optional.of(order) : line(order, ticket, LineCommand.UNDO);
    }
    return line.filter(this::mayFinish).flatMap(_ -> line(order, ticket, LineCommand.FINISH));
  }

  private Optional<KitchenOrder> bump(KitchenOrder order, Ticket ticket) {
    if (ticket.doneAt() != null && stale) {
      return Optional.of(order);
    }
    return ticket.lines().stream().allMatch(this::mayFinish)
        ? changed(order, ticket, ticket.all(LineCommand.FINISH, at).marked(late))
        : Optional.empty();
  }

  /// What waits for a decision, or for its time, is not done now; but what a device without network
  /// did before is done.
  private boolean mayFinish(Line line) {
    return late || line.state() != KitchenState.HELD;
  }

  private Optional<KitchenOrder> line(KitchenOrder order, Ticket ticket, LineCommand command) {
    return found(ticket)
        .flatMap(line -> ticket.one(line.id(), command, at))
        .map(changed -> order.with(changed.marked(late)));
  }

  private Optional<Line> found(Ticket ticket) {
    return lineId == null ? Optional.empty() : ticket.line(lineId);
  }

  private static Optional<KitchenOrder> changed(KitchenOrder order, Ticket before, Ticket after) {
    return after.equals(before) ? Optional.empty() : Optional.of(order.with(after));
  }
}
