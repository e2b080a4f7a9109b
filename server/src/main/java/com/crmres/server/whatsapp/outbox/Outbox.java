package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Outgoing;
import com.crmres.server.database.Database;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.database.Transaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Sends what waits in the outbox: held by lease, at the number's and the customer's pace, each
/// message once. A message is marked as being sent before the call, so a crash can only leave a
/// doubt behind.
public final class Outbox {

  private static final Logger LOG = System.getLogger(Outbox.class.getName());
  private static final int MOST_AT_ONCE = 32;

  private final Database database;
  private final Conversations conversations;
  private final CloudApi cloudApi;
  private final Clock clock;
  private final OutboxStore store = new OutboxStore();
  private final Semaphore senders = new Semaphore(MOST_AT_ONCE);
  private final Runnable settled;

  /// Makes the sender.
  ///
  /// @param settled told when a customer's next message may have become due
  public Outbox(
      Database database,
      Conversations conversations,
      CloudApi cloudApi,
      Clock clock,
      Runnable settled) {
    this.database = database;
    this.conversations = conversations;
    this.cloudApi = cloudApi;
    this.clock = clock;
    this.settled = settled;
  }

  /// Sends what is due.
  ///
  /// @return whether there may be more at once
  public boolean send() throws InterruptedException {
    senders.acquire();
    int free = 1 + senders.drainPermits();
    List<OutboxStore.Held> held = List.of();
    try {
      int most = free;
      held = database.inSystem(transaction -> hold(transaction, most));
    } finally {
      senders.release(free - held.size());
    }
    held.forEach(message -> Thread.ofVirtual().name("send").start(() -> deliver(message)));
    return !held.isEmpty();
  }

  /// Waits until nothing is being sent any more, at most for `patience`.
  public void drain(Duration patience) throws InterruptedException {
    if (senders.tryAcquire(MOST_AT_ONCE, patience.toMillis(), TimeUnit.MILLISECONDS)) {
      senders.release(MOST_AT_ONCE);
    }
  }

  private List<OutboxStore.Held> hold(Transaction transaction, int most) {
    List<OutboxStore.Held> held = new ArrayList<>();
    for (OutboxStore.Allowance allowance : store.allowances(transaction)) {
      int share = (int) Math.min(allowance.tokens(), most - held.size());
      if (share > 0) {
        List<OutboxStore.Held> taken = store.hold(transaction, allowance.phoneNumberId(), share);
        store.spend(transaction, allowance, taken.size());
        held.addAll(taken);
      }
    }
    return held;
  }

  private void deliver(OutboxStore.Held message) {
    try {
      settle(message, send(message));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "message " + message.messageId() + " is left in doubt", e);
    } finally {
      senders.release();
      settled.run();
    }
  }

  /// What fails before the call leaves no doubt: it has not been sent.
  private SendResult send(OutboxStore.Held message) throws InterruptedException {
    Outgoing outgoing;
    try {
      outgoing =
          database.inRestaurant(
              message.restaurantId(),
              transaction ->
                  conversations.outgoing(transaction, message.restaurantId(), message.messageId()));
    } catch (DatabaseException e) {
      return new SendResult.NotSent("database " + e.state());
    }
    return cloudApi.send(message, outgoing);
  }

  private void settle(OutboxStore.Held message, SendResult result) {
    switch (result) {
      case SendResult.Accepted(String wamid, String waId) ->
          change(
              message,
              transaction -> {
                accepted(transaction, message, wamid);
                if (waId != null) {
                  conversations.alsoCalled(
                      transaction, message.restaurantId(), message.messageId(), waId);
                }
              });
      case SendResult.Refused(int code, String details) -> refused(message, code, details);
      case SendResult.NotSent(String reason) -> {
        LOG.log(Level.DEBUG, "message {0} not sent: {1}", message.messageId(), reason);
        Duration delay = SendError.PASSING.delay(Math.min(message.attempt(), 4));
        change(message, transaction -> store.again(transaction, message, delay, false, null));
      }
      case SendResult.InDoubt(String reason) -> {
        LOG.log(Level.INFO, "message {0} is in doubt: {1}", message.messageId(), reason);
        change(message, transaction -> store.doubt(transaction, message));
      }
    }
  }

  private void accepted(Transaction transaction, OutboxStore.Held message, String wamid) {
    if (store.accepted(transaction, message, wamid)) {
      conversations.isKnownAs(transaction, message.restaurantId(), message.messageId(), wamid);
    }
  }

  private void refused(OutboxStore.Held message, int code, String details) {
    SendError error = SendError.of(code);
    if (error == SendError.NUMBER_BROKEN) {
      LOG.log(
          Level.ERROR,
          "WhatsApp refuses number {0} with code {1}; its messages wait",
          message.phoneNumberId(),
          Integer.toString(code));
      database.changeSystem(
          transaction -> store.pause(transaction, message.phoneNumberId(), SendError.PAUSE));
    }
    if (error.isWorthRetrying(message.refusals())) {
      Duration delay = error.delay(message.refusals());
      boolean counts = error != SendError.NUMBER_BROKEN;
      change(message, transaction -> store.again(transaction, message, delay, counts, code));
    } else {
      LOG.log(
          Level.WARNING,
          "message {0} failed with code {1}",
          message.messageId(),
          Integer.toString(code));
      change(message, transaction -> giveUp(transaction, message, code, details));
    }
  }

  private void giveUp(Transaction transaction, OutboxStore.Held message, int code, String details) {
    if (store.failed(transaction, message, code)) {
      if (code == SendError.WINDOW_CLOSED) {
        conversations.windowIsClosed(
            transaction, message.restaurantId(), message.messageId(), clock.instant());
      }
      if (code == SendError.PHONE_NEEDED) {
        // Nobody would learn of it otherwise, since the customer can be written to in no other way.
        conversations.escalate(
            transaction,
            message.restaurantId(),
            message.conversationId(),
            EscalationReason.ASSISTANT_FAILED);
      }
      conversations.report(
          transaction,
          message.restaurantId(),
          message.messageId(),
          DeliveryStatus.FAILED,
          clock.instant(),
          code + " " + details);
    }
  }

  private void change(OutboxStore.Held message, Consumer<Transaction> change) {
    database.changeRestaurant(message.restaurantId(), change);
  }
}
