package com.crmres.server.kitchen.ticket;

import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.kitchen.LineChange;
import com.crmres.common.ordering.KitchenState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One dish at one station, and how far it is. Immutable.
///
/// @param orderLineId the line of the order it belongs to
/// @param before where a release, or an undo, goes back to
public record Line(
    UUID id,
    UUID orderLineId,
    int position,
    int quantity,
    Dish dish,
    KitchenState state,
    @Nullable KitchenState before,
    @Nullable LineChange change,
    @Nullable Instant startedAt,
    @Nullable Instant doneAt,
    @Nullable Instant acknowledgedAt,
    int remakes) {

  /// A line as it is given out.
  static Line fresh(
      UUID id, Wanted wanted, int quantity, KitchenState state, @Nullable LineChange change) {
    return new Line(
        id,
        wanted.orderLineId(),
        wanted.position(),
        quantity,
        wanted.dish(),
        state,
        null,
        change,
        null,
        null,
        null,
        0);
  }

  /// The line after a command; nothing if it is not allowed.
  Optional<Line> after(LineCommand command, Instant at) {
    return LineMove.of(state, before, command).map(move -> moved(move, command, at));
  }

  /// The line after a command where it is allowed, else as it is.
  public Line afterIfAllowed(LineCommand command, Instant at) {
    return after(command, at).orElse(this);
  }

  public boolean isWanted() {
    return state != KitchenState.VOIDED;
  }

  boolean isDone() {
    return state == KitchenState.DONE;
  }

  /// Whether somebody has begun to make it.
  public boolean isUnderWay() {
    return startedAt != null || doneAt != null;
  }

  public Line acknowledged(Instant at) {
    return isWanted() || acknowledgedAt != null
        ? this
        : copy(quantity, state, before, change, startedAt, doneAt, at, remakes);
  }

  /// The same line for more, or fewer.
  Line of(int quantity) {
    return copy(quantity, state, before, change, startedAt, doneAt, acknowledgedAt, remakes);
  }

  /// It is taken out of the order.
  public Line removed(Instant at) {
    Line gone = afterIfAllowed(LineCommand.VOID, at);
    return gone.copy(
        quantity, gone.state, gone.before, LineChange.REMOVED, startedAt, doneAt, null, remakes);
  }

  /// So many of it, taken out of the order under an id of their own.
  Line cut(UUID id, int quantity) {
    return new Line(
        id,
        orderLineId,
        position,
        quantity,
        dish,
        KitchenState.VOIDED,
        null,
        LineChange.REMOVED,
        startedAt,
        doneAt,
        null,
        0);
  }

  public KitchenLine shown() {
    return new KitchenLine(
        id,
        orderLineId,
        quantity,
        dish.itemId(),
        dish.name(),
        dish.size(),
        dish.modifiers(),
        dish.note(),
        dish.person(),
        state,
        change,
        startedAt,
        doneAt,
        acknowledgedAt != null,
        remakes);
  }

  private Line moved(LineMove move, LineCommand command, Instant at) {
    KitchenState next = move.target();
    return copy(
        quantity,
        next,
        beforeAfter(next),
        change,
        startedAfter(next, command, at),
        doneAfter(next, at),
        command == LineCommand.RESTORE ? null : acknowledgedAt,
        command == LineCommand.REMAKE ? remakes + 1 : remakes);
  }

  /// A line that was done while it was held goes back to where it was before that.
  private @Nullable KitchenState beforeAfter(KitchenState next) {
    return switch (next) {
      case HELD -> state;
      case DONE -> state == KitchenState.HELD ? orPending(before) : state;
      case PENDING, FIRED, STARTED, VOIDED, REMADE -> null;
    };
  }

  private static KitchenState orPending(@Nullable KitchenState state) {
    return state == null ? KitchenState.PENDING : state;
  }

  private @Nullable Instant startedAfter(KitchenState next, LineCommand command, Instant at) {
    return switch (next) {
      case STARTED, DONE -> startedAt == null ? at : startedAt;
      case PENDING, FIRED -> null;
      case REMADE -> command == LineCommand.REMAKE ? null : startedAt;
      case HELD, VOIDED -> startedAt;
    };
  }

  private @Nullable Instant doneAfter(KitchenState next, Instant at) {
    return switch (next) {
      case DONE -> at;
      case VOIDED -> doneAt;
      case PENDING, HELD, FIRED, STARTED, REMADE -> null;
    };
  }

  private Line copy(
      int quantity,
      KitchenState state,
      @Nullable KitchenState before,
      @Nullable LineChange change,
      @Nullable Instant startedAt,
      @Nullable Instant doneAt,
      @Nullable Instant acknowledgedAt,
      int remakes) {
    return new Line(
        id,
        orderLineId,
        position,
        quantity,
        dish,
        state,
        before,
        change,
        startedAt,
        doneAt,
        acknowledgedAt,
        remakes);
  }
}
