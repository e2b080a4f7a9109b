package com.crmres.server.ordering;

import static com.crmres.common.ordering.DeliveryState.ASSIGNED;
import static com.crmres.common.ordering.DeliveryState.AT_BRANCH;
import static com.crmres.common.ordering.DeliveryState.DELIVERED;
import static com.crmres.common.ordering.DeliveryState.FAILED;
import static com.crmres.common.ordering.DeliveryState.NEAR;
import static com.crmres.common.ordering.DeliveryState.NONE;
import static com.crmres.common.ordering.DeliveryState.PICKED_UP;
import static com.crmres.common.ordering.DeliveryState.RETURNED;
import static com.crmres.common.ordering.DeliveryState.SEARCHING;

import com.crmres.common.ordering.DeliveryState;
import java.util.Arrays;
import java.util.Optional;

/// Every move the bringing of an order may make; `order_axis_transition` repeats it for the
/// database. Some are asked for; the others come with a move of the order.
enum DeliveryTransition {
  SEARCH(NONE, SEARCHING, true),
  ASSIGN(NONE, ASSIGNED, true),
  FIND(SEARCHING, ASSIGNED, true),
  REASSIGN(ASSIGNED, ASSIGNED, true),
  LOSE(ASSIGNED, SEARCHING, true),
  LOSE_AT_BRANCH(AT_BRANCH, SEARCHING, true),
  ARRIVE(ASSIGNED, AT_BRANCH, true),
  APPROACH(PICKED_UP, NEAR, true),

  TAKE(NONE, PICKED_UP, false),
  TAKE_FROM_SEARCH(SEARCHING, PICKED_UP, false),
  TAKE_ASSIGNED(ASSIGNED, PICKED_UP, false),
  TAKE_AT_BRANCH(AT_BRANCH, PICKED_UP, false),
  BRING(PICKED_UP, DELIVERED, false),
  BRING_FROM_NEAR(NEAR, DELIVERED, false),
  FAIL(PICKED_UP, FAILED, false),
  FAIL_NEAR(NEAR, FAILED, false),
  BRING_LATER(FAILED, DELIVERED, false),
  BRING_BACK(FAILED, RETURNED, false),
  CALL_OFF_SEARCH(SEARCHING, NONE, false),
  CALL_OFF(ASSIGNED, NONE, false),
  CALL_OFF_AT_BRANCH(AT_BRANCH, NONE, false),
  BEGIN_ANEW(RETURNED, NONE, false);

  private final DeliveryState from;
  private final DeliveryState to;
  private final boolean asked;

  DeliveryTransition(DeliveryState from, DeliveryState to, boolean asked) {
    this.from = from;
    this.to = to;
    this.asked = asked;
  }

  /// The move somebody asks for, if it is allowed.
  static Optional<DeliveryTransition> asked(DeliveryState from, DeliveryState to) {
    return find(from, to).filter(move -> move.asked);
  }

  /// Where a move of the order brings it; it stays where the table knows no way, as orders of
  /// before there was a table.
  static DeliveryState along(DeliveryState from, DeliveryState to) {
    return find(from, to).map(DeliveryTransition::target).orElse(from);
  }

  DeliveryState source() {
    return from;
  }

  DeliveryState target() {
    return to;
  }

  private static Optional<DeliveryTransition> find(DeliveryState from, DeliveryState to) {
    return Arrays.stream(values()).filter(move -> move.from == from && move.to == to).findFirst();
  }
}
