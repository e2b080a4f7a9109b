package com.crmres.server.pos;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.task.TaskKind;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.OrderResult;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.Why;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Takes in what a till shows of an order: notes it, and moves ours where the machine allows it.
final class Observing {

  private final Orders orders;
  private final Conversations conversations;
  private final Tasks tasks;
  private final Clock clock;
  private final Ids ids;
  private final HandedStore store = new HandedStore();

  Observing(Orders orders, Conversations conversations, Tasks tasks, Clock clock, Ids ids) {
    this.orders = orders;
    this.conversations = conversations;
    this.tasks = tasks;
    this.clock = clock;
    this.ids = ids;
  }

  /// Whose order a till showed.
  enum Whose {
    OURS,
    /// Ours, and the till has it under another reference as well.
    TWICE,
    /// It bears our mark, and we do not know it.
    UNKNOWN,
    /// It was never ours.
    FOREIGN
  }

  Whose see(Transaction transaction, UUID restaurantId, UUID branchId, Seen seen) {
    Optional<Handed> found =
        store
            .ofReference(transaction, restaurantId, branchId, seen.reference())
            .or(() -> marked(transaction, restaurantId, seen));
    if (found.isEmpty()) {
      return seen.orderId() == null ? Whose.FOREIGN : Whose.UNKNOWN;
    }
    Handed handed = found.get();
    if (handed.reference() != null && !handed.reference().equals(seen.reference())) {
      return Whose.TWICE;
    }
    note(transaction, restaurantId, handed, seen);
    return Whose.OURS;
  }

  private Optional<Handed> marked(Transaction transaction, UUID restaurantId, Seen seen) {
    return seen.orderId() == null
        ? Optional.empty()
        : store.find(transaction, restaurantId, seen.orderId());
  }

  /// The machine first, whose locks come before ours. A stage seen again asks it again: what was
  /// not allowed then may be now.
  private void note(Transaction transaction, UUID restaurantId, Handed handed, Seen seen) {
    boolean moved = move(transaction, restaurantId, handed, seen.stage());
    boolean news =
        handed.stage() != seen.stage()
            || !Objects.equals(handed.raw(), seen.raw())
            || !Objects.equals(handed.theirTotal(), seen.total());
    store.seen(transaction, restaurantId, handed.orderId(), seen, clock.instant());
    if (seen.stage().isOver()) {
      tasks.settle(transaction, restaurantId, handed.orderId(), TaskKind.POS_CANCEL);
    }
    if (moved || news) {
      String effect = moved ? "moved" : seen.stage() == Stage.UNKNOWN ? "unknown" : "kept";
      store.observed(
          transaction, restaurantId, ids.next(), handed.orderId(), seen, effect, clock.instant());
    }
  }

  /// Whoever asked for a cancellation has said why; the till only grants it.
  private Why why(Transaction transaction, UUID restaurantId, OrderSummary order, Stage stage) {
    boolean explained = order.reason() != null || order.standing().reasonCode() != null;
    return order.status() == OrderStatus.CANCEL_REQUESTED && explained
        ? Why.NONE
        : Why.said(
            Reasons.of(
                stage, conversations.language(transaction, restaurantId, order.conversationId())));
  }

  private boolean move(Transaction transaction, UUID restaurantId, Handed handed, Stage stage) {
    OrderSummary order = orders.find(transaction, restaurantId, handed.orderId()).orElseThrow();
    Why reason = why(transaction, restaurantId, order, stage);
    boolean moved = false;
    for (OrderCommand command :
        StageMoves.toward(stage, order.status(), order.fulfilment(), reason)) {
      OrderResult result =
          orders.apply(transaction, restaurantId, order.id(), command, Actor.pos());
      if (!(result instanceof OrderResult.Moved)) {
        return moved;
      }
      moved = true;
    }
    return moved;
  }
}
