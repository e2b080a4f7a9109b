package com.crmres.server.pos;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.task.TaskDetails;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.identity.Principal;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.Orders;
import java.time.Clock;
import java.util.UUID;

/// What comes of a task that somebody did.
final class TaskResults {

  private final Tasks tasks;
  private final Orders orders;
  private final Conversations conversations;
  private final Clock clock;
  private final Runnable wakeWorker;
  private final Steps steps = new Steps();
  private final HandedStore store = new HandedStore();

  TaskResults(
      Tasks tasks, Orders orders, Conversations conversations, Clock clock, Runnable wakeWorker) {
    this.tasks = tasks;
    this.orders = orders;
    this.conversations = conversations;
    this.clock = clock;
    this.wakeWorker = wakeWorker;
  }

  /// Notes that it is done, once.
  TaskDetails finish(Transaction transaction, Principal principal, UUID id, String proof) {
    UUID restaurantId = principal.restaurantId();
    TaskDetails task =
        tasks
            .find(transaction, restaurantId, id)
            .filter(found -> principal.sees(found.branchId()))
            .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    if (task.doneAt() == null) {
      switch (task.kind()) {
        case POS_CANCEL -> proved(transaction, principal, task, proof);
        case POS_CHANGE -> {
          // Who changed it there is believed; the comparison shows what still differs.
        }
        case POS_UNMAPPED, POS_REFUSED -> {
          steps.release(transaction, restaurantId, task.branchId());
          transaction.afterCommit(wakeWorker);
        }
      }
      tasks.done(transaction, restaurantId, id, principal.staffId(), proof);
    }
    return tasks.find(transaction, restaurantId, id).orElseThrow();
  }

  /// A proof grants what the customer asked. The conversation is locked first, as in every move of
  /// an order.
  private void proved(
      Transaction transaction, Principal principal, TaskDetails task, String proof) {
    UUID restaurantId = principal.restaurantId();
    UUID orderId = task.orderId();
    if (orderId == null) {
      return;
    }
    OrderSummary before = orders.find(transaction, restaurantId, orderId).orElseThrow();
    conversations.lock(transaction, restaurantId, before.conversationId());
    store.proved(transaction, restaurantId, orderId, proof, principal.staffId(), clock.instant());
    OrderSummary order = orders.find(transaction, restaurantId, orderId).orElseThrow();
    if (order.status() == OrderStatus.CANCEL_REQUESTED) {
      String reason =
          order.reason() == null
              ? Reasons.of(
                  Stage.VOIDED,
                  conversations.language(transaction, restaurantId, order.conversationId()))
              : order.reason();
      orders.apply(
          transaction,
          restaurantId,
          orderId,
          new OrderCommand.Cancel(reason),
          Actor.staff(principal.staffId()));
    }
  }
}
