package com.crmres.server.kitchen.ticket;

import static com.crmres.common.ordering.KitchenState.DONE;
import static com.crmres.common.ordering.KitchenState.FIRED;
import static com.crmres.common.ordering.KitchenState.HELD;
import static com.crmres.common.ordering.KitchenState.PENDING;
import static com.crmres.common.ordering.KitchenState.REMADE;
import static com.crmres.common.ordering.KitchenState.STARTED;
import static com.crmres.common.ordering.KitchenState.VOIDED;

import com.crmres.common.ordering.KitchenState;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every move a line may make in the kitchen: from where, asked how, to where.
///
/// The whole machine stands here; the table `kitchen_move` repeats it for the database. A move that
/// goes back ends where the line stood before.
enum LineMove {
  GIVEN_OUT(PENDING, LineCommand.FIRE, FIRED),
  STARTED_EARLY(PENDING, LineCommand.START, STARTED),
  DONE_EARLY(PENDING, LineCommand.FINISH, DONE),
  HELD_BEFORE(PENDING, LineCommand.HOLD, HELD),
  VOIDED_BEFORE(PENDING, LineCommand.VOID, VOIDED),

  ITS_TIME(HELD, LineCommand.FIRE, FIRED),
  RELEASED_TO_PENDING(HELD, LineCommand.RELEASE, PENDING),
  RELEASED_TO_FIRED(HELD, LineCommand.RELEASE, FIRED),
  RELEASED_TO_STARTED(HELD, LineCommand.RELEASE, STARTED),
  RELEASED_TO_REMADE(HELD, LineCommand.RELEASE, REMADE),
  DONE_MEANWHILE(HELD, LineCommand.FINISH, DONE),
  VOIDED_WHILE_HELD(HELD, LineCommand.VOID, VOIDED),

  BEGUN(FIRED, LineCommand.START, STARTED),
  DONE_AT_ONCE(FIRED, LineCommand.FINISH, DONE),
  HELD_WHEN_FIRED(FIRED, LineCommand.HOLD, HELD),
  VOIDED_WHEN_FIRED(FIRED, LineCommand.VOID, VOIDED),

  FINISHED(STARTED, LineCommand.FINISH, DONE),
  NOT_BEGUN(STARTED, LineCommand.UNDO, FIRED),
  SPOILT(STARTED, LineCommand.REMAKE, REMADE),
  HELD_UNDER_WAY(STARTED, LineCommand.HOLD, HELD),
  VOIDED_UNDER_WAY(STARTED, LineCommand.VOID, VOIDED),

  BACK_TO_PENDING(DONE, LineCommand.UNDO, PENDING),
  BACK_TO_FIRED(DONE, LineCommand.UNDO, FIRED),
  BACK_TO_STARTED(DONE, LineCommand.UNDO, STARTED),
  BACK_TO_REMADE(DONE, LineCommand.UNDO, REMADE),
  ONCE_MORE(DONE, LineCommand.REMAKE, REMADE),
  VOIDED_WHEN_DONE(DONE, LineCommand.VOID, VOIDED),

  BEGUN_AGAIN(REMADE, LineCommand.START, STARTED),
  DONE_AGAIN(REMADE, LineCommand.FINISH, DONE),
  HELD_WHEN_REMADE(REMADE, LineCommand.HOLD, HELD),
  VOIDED_WHEN_REMADE(REMADE, LineCommand.VOID, VOIDED),

  WANTED_AFTER_ALL(VOIDED, LineCommand.RESTORE, PENDING);

  private final KitchenState from;
  private final LineCommand asked;
  private final KitchenState to;

  LineMove(KitchenState from, LineCommand asked, KitchenState to) {
    this.from = from;
    this.asked = asked;
    this.to = to;
  }

  /// The move a command makes, if it is allowed.
  ///
  /// @param before where the line stood before it was held or done
  static Optional<LineMove> of(
      KitchenState from, @Nullable KitchenState before, LineCommand command) {
    return Arrays.stream(values())
        .filter(move -> move.from == from && move.asked == command)
        .filter(move -> !move.goesBack() || move.to == before)
        .findFirst();
  }

  KitchenState source() {
    return from;
  }

  KitchenState target() {
    return to;
  }

  /// Whether it ends where the line stood before.
  private boolean goesBack() {
    return asked == LineCommand.RELEASE || (from == DONE && asked == LineCommand.UNDO);
  }
}
