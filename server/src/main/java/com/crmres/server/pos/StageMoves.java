package com.crmres.server.pos;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.Why;
import java.util.ArrayList;
import java.util.List;

/// Says by which moves an order of ours follows its till. Each is asked of the machine, which may
/// refuse it; none goes back.
final class StageMoves {

  private static final List<OrderStatus> WAY =
      List.of(
          OrderStatus.PENDING,
          OrderStatus.CONFIRMED,
          OrderStatus.PREPARING,
          OrderStatus.READY,
          OrderStatus.OUT_FOR_DELIVERY,
          OrderStatus.DELIVERED);

  private StageMoves() {}

  /// The moves in their order; a till that skipped a stage, or whose news of it was lost, is caught
  /// up with step by step.
  ///
  /// @param reason why the till dropped it
  static List<OrderCommand> toward(
      Stage stage, OrderStatus status, Fulfilment fulfilment, Why reason) {
    return switch (stage) {
      case ACCEPTED -> along(status, OrderStatus.CONFIRMED, fulfilment);
      case PREPARING -> along(status, OrderStatus.PREPARING, fulfilment);
      case READY -> along(status, OrderStatus.READY, fulfilment);
      case ON_THE_WAY -> along(status, OrderStatus.OUT_FOR_DELIVERY, fulfilment);
      case COMPLETED -> along(status, OrderStatus.DELIVERED, fulfilment);
      case DECLINED, VOIDED -> dropped(stage, status, reason);
      case PENDING, RETURNED, UNKNOWN -> List.of();
    };
  }

  private static List<OrderCommand> along(OrderStatus from, OrderStatus to, Fulfilment fulfilment) {
    List<OrderCommand> moves = new ArrayList<>();
    for (int at = WAY.indexOf(from); at >= 0 && at < WAY.indexOf(to); at++) {
      moves.addAll(next(WAY.get(at), fulfilment, to));
    }
    return moves;
  }

  private static List<OrderCommand> next(OrderStatus at, Fulfilment fulfilment, OrderStatus to) {
    return switch (at) {
      case PENDING -> List.of(new OrderCommand.Accept(null));
      case CONFIRMED -> List.of(new OrderCommand.StartPreparing());
      case PREPARING -> List.of(new OrderCommand.MarkReady());
      case READY ->
          fulfilment == Fulfilment.DELIVERY
              ? List.of(new OrderCommand.Dispatch())
              : to == OrderStatus.DELIVERED ? List.of(new OrderCommand.HandOver()) : List.of();
      case OUT_FOR_DELIVERY ->
          fulfilment == Fulfilment.DELIVERY ? List.of(new OrderCommand.HandOver()) : List.of();
      default -> List.of();
    };
  }

  /// What the till declines after it was accepted is no rejection any more; people see it as drift.
  private static List<OrderCommand> dropped(Stage stage, OrderStatus status, Why reason) {
    return switch (status) {
      case PENDING -> List.of(new OrderCommand.Reject(reason, List.of()));
      case CANCEL_REQUESTED -> List.of(new OrderCommand.Cancel(reason));
      case CONFIRMED, PREPARING, READY ->
          stage == Stage.VOIDED ? List.of(new OrderCommand.Cancel(reason)) : List.of();
      case OUT_FOR_DELIVERY, DELIVERED, REJECTED, EXPIRED, CANCELLED, DELIVERY_FAILED -> List.of();
    };
  }
}
