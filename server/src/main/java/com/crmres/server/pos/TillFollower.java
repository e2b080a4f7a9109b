package com.crmres.server.pos;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.pos.HandOverAt;
import com.crmres.common.pos.PosKind;
import com.crmres.common.task.TaskKind;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.OrderStep;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Notes for each move of an order what its till must hear of it.
final class TillFollower implements OrderFollower {

  private final Tills tills;
  private final Map<PosKind, Connector> connectors;
  private final Tasks tasks;
  private final Runnable wakeWorker;
  private final Steps steps = new Steps();
  private final HandedStore store = new HandedStore();

  TillFollower(Tills tills, Map<PosKind, Connector> connectors, Tasks tasks, Runnable wakeWorker) {
    this.tills = tills;
    this.connectors = Map.copyOf(connectors);
    this.tasks = tasks;
    this.wakeWorker = wakeWorker;
  }

  @Override
  public void follow(Transaction transaction, UUID restaurantId, OrderStep step) {
    Optional<Handed> handed = store.find(transaction, restaurantId, step.order().id());
    if (handed.isPresent()) {
      moved(transaction, restaurantId, handed.get(), step);
    } else {
      tills
          .of(transaction, restaurantId, step.order().branchId())
          .filter(till -> till.enabled() && isDue(till, step))
          .ifPresent(_ -> handOver(transaction, restaurantId, step));
    }
    transaction.afterCommit(wakeWorker);
  }

  /// Another branch makes it: its till gets it anew, the one that had it must drop it. What that
  /// one had of it cannot be followed any more; its comparison shows what is left there.
  @Override
  public void followBranch(
      Transaction transaction, UUID restaurantId, OrderStep step, UUID before) {
    UUID orderId = step.order().id();
    Optional<Handed> handed = store.find(transaction, restaurantId, orderId);
    handed.ifPresent(order -> leave(transaction, restaurantId, order));
    Optional<Tills.Till> till =
        tills
            .of(transaction, restaurantId, step.order().branchId())
            .filter(Tills.Till::enabled)
            .filter(there ->
                handed.isPresent()
                    || there.handOverAt() == HandOverAt.PLACED
                    || step.order().status() != OrderStatus.PENDING);
    if (till.isEmpty()) {
      return;
    }
    if (handed.isPresent()) {
      String key = orderId + ":" + step.order().version();
      store.anew(transaction, restaurantId, orderId, key, step.order().branchId());
      steps.ask(transaction, restaurantId, step.order().branchId(), orderId, StepKind.PLACE);
    } else {
      handOver(transaction, restaurantId, step);
    }
    transaction.afterCommit(wakeWorker);
  }

  /// A till goes on by what it was told, unless it takes changes and has not begun.
  @Override
  public Tie tie(Transaction transaction, UUID restaurantId, UUID orderId) {
    return store
        .find(transaction, restaurantId, orderId)
        .map(handed ->
            follows(transaction, restaurantId, handed) ? Tie.AT_TILL_THAT_FOLLOWS : Tie.AT_TILL)
        .orElse(Tie.NONE);
  }

  private boolean follows(Transaction transaction, UUID restaurantId, Handed handed) {
    Stage stage = handed.stage();
    boolean begun = stage != null && stage != Stage.PENDING && stage != Stage.ACCEPTED;
    return !begun
        && tills
            .of(transaction, restaurantId, handed.branchId())
            .filter(Tills.Till::enabled)
            .filter(till -> StepWorker.of(connectors, till.kind()).takesChanges())
            .isPresent();
  }

  @Override
  public void followAltering(Transaction transaction, UUID restaurantId, OrderStep step) {
    UUID orderId = step.order().id();
    store
        .find(transaction, restaurantId, orderId)
        .ifPresent(handed -> {
          String key = orderId + ":" + step.order().version();
          store.changed(transaction, restaurantId, orderId, key, step.lines());
          ask(transaction, restaurantId, handed, StepKind.CHANGE);
          transaction.afterCommit(wakeWorker);
        });
  }

  private void leave(Transaction transaction, UUID restaurantId, Handed order) {
    if (order.isAliveThere()) {
      tasks.ask(
          transaction,
          restaurantId,
          order.branchId(),
          TaskKind.POS_CANCEL,
          order.orderId(),
          Map.of("reference", String.valueOf(order.reference())));
    }
  }

  private static boolean isDue(Tills.Till till, OrderStep step) {
    boolean accepted = step.order().status() == OrderStatus.CONFIRMED;
    return till.handOverAt() == HandOverAt.PLACED ? step.from() == null : accepted;
  }

  private void handOver(Transaction transaction, UUID restaurantId, OrderStep step) {
    UUID orderId = step.order().id();
    UUID branchId = step.order().branchId();
    String key = orderId + ":" + step.order().version();
    if (store.add(transaction, restaurantId, branchId, orderId, key, step.lines(), step.at())) {
      steps.ask(transaction, restaurantId, branchId, orderId, StepKind.PLACE);
    }
  }

  private void moved(Transaction transaction, UUID restaurantId, Handed handed, OrderStep step) {
    switch (step.order().status()) {
      case CANCEL_REQUESTED, REJECTED, EXPIRED ->
          ask(transaction, restaurantId, handed, StepKind.CANCEL);
      case CANCELLED -> {
        refuseUnproved(handed, step);
        ask(transaction, restaurantId, handed, StepKind.CANCEL);
      }
      case PENDING, CONFIRMED, PREPARING, READY, OUT_FOR_DELIVERY, DELIVERED, DELIVERY_FAILED -> {
        if (step.from() == OrderStatus.CANCEL_REQUESTED) {
          steps.forget(transaction, restaurantId, handed.orderId(), StepKind.CANCEL);
          tasks.settle(transaction, restaurantId, handed.orderId(), TaskKind.POS_CANCEL);
        }
        ask(transaction, restaurantId, handed, StepKind.TELL);
      }
    }
  }

  private void ask(Transaction transaction, UUID restaurantId, Handed handed, StepKind kind) {
    steps.ask(transaction, restaurantId, handed.branchId(), handed.orderId(), kind);
  }

  /// Who grants a cancellation must have seen to the till: it would go on cooking else. The till's
  /// own word, and a proof, do.
  private static void refuseUnproved(Handed handed, OrderStep step) {
    boolean granted = step.from() == OrderStatus.CANCEL_REQUESTED;
    if (granted
        && step.actor().kind() == Actor.Kind.STAFF
        && handed.isAliveThere()
        && !handed.proved()) {
      throw new ApiException(ErrorCode.MOVE_NOT_ALLOWED);
    }
  }
}
