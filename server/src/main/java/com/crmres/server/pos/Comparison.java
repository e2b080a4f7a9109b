package com.crmres.server.pos;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.pos.DriftAction;
import com.crmres.common.pos.DriftKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds how an order differs between us and its till, as both were seen last. Pure.
final class Comparison {

  /// A move takes a moment to get there, and back.
  private static final Duration GRACE = Duration.ofSeconds(30);

  /// An order that is not there by then has not just been placed.
  private static final Duration UNHANDED = Duration.ofMinutes(1);

  private final Handed order;
  private final Instant now;
  private final List<Difference> found = new ArrayList<>();

  private Comparison(Handed order, Instant now) {
    this.order = order;
    this.now = now;
  }

  static List<Difference> of(Handed order, Instant now) {
    Comparison comparison = new Comparison(order, now);
    comparison.compare();
    return List.copyOf(comparison.found);
  }

  private void compare() {
    Stage stage = order.stage();
    if (order.reference() == null || stage == null) {
      unhanded();
    } else if (order.missingSince() != null) {
      if (!order.isOverHere()) {
        add(DriftKind.MISSING_THERE, "missing", DriftAction.HAND_OVER_AGAIN);
      }
    } else {
      compareTotals(stage);
      if (now.isAfter(order.statusSince().plus(GRACE))) {
        compareStages(stage);
      }
    }
  }

  private void unhanded() {
    if (!order.isDroppedHere() && now.isAfter(order.madeAt().plus(UNHANDED))) {
      add(DriftKind.MISSING_THERE, "missing", DriftAction.HAND_OVER_AGAIN);
    }
  }

  private void compareTotals(Stage stage) {
    if (order.theirTotal() != null
        && !order.theirTotal().equals(order.total())
        && !stage.isDropped()
        && !order.isDroppedHere()) {
      found.add(
          new Difference(
              order.orderId(),
              order.reference(),
              DriftKind.TOTAL_DIFFERS,
              order.total().text(),
              order.theirTotal().text(),
              DriftAction.CORRECT_PRICE));
    }
  }

  private void compareStages(Stage stage) {
    if (stage == Stage.RETURNED) {
      add(DriftKind.RETURNED_THERE, DriftAction.REFUND_HERE);
    } else if (order.isDroppedHere()) {
      if (!stage.isOver() && !order.proved()) {
        add(DriftKind.NOT_VOIDED_THERE, DriftAction.VOID_AT_TILL);
      }
    } else if (stage.isDropped()) {
      add(DriftKind.VOIDED_THERE, DriftAction.CANCEL_HERE);
    } else {
      compareProgress(stage);
    }
  }

  private void compareProgress(Stage stage) {
    Optional<Stage> ours = Stage.of(order.status());
    if (order.status() == OrderStatus.CANCEL_REQUESTED
        || stage == Stage.UNKNOWN
        || ours.isEmpty()) {
      return;
    }
    int ahead = ours.get().compareTo(stage);
    if (ahead > 0) {
      add(DriftKind.TILL_BEHIND, DriftAction.MOVE_AT_TILL);
    } else if (ahead < 0) {
      add(DriftKind.HERE_BEHIND, DriftAction.MOVE_HERE);
    }
  }

  private void add(DriftKind kind, DriftAction action) {
    add(kind, String.valueOf(order.raw()), action);
  }

  private void add(DriftKind kind, String theirs, DriftAction action) {
    found.add(
        new Difference(
            order.orderId(), order.reference(), kind, order.status().wireName(), theirs, action));
  }
}
