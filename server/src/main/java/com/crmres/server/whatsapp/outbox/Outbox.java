package com.crmres.server.whatsapp.outbox;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Outgoing;
import com.crmres.server.conversation.Transcript;
import com.crmres.server.database.Database;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.ChannelMetrics;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Sends what waits in the outbox: held by lease, at the number's and the customer's pace, each
/// message once. A message is marked as being sent before the call, so a crash can only leave a
/// doubt behind.
public final class Outbox {

  private static final Logger LOG = System.getLogger(Outbox.class.getName());

  /// Over all numbers; each has its own bound below it, so that none takes all.
  private static final int MOST_AT_ONCE = 256;

  /// What we could not do ourselves is tried again so soon.
  private static final Duration OWN_PAUSE = Duration.ofSeconds(2);

  /// What WhatsApp says of advertising to somebody who wants none.
  private static final int OPTED_OUT = 131050;

  private final Database database;
  private final Conversations conversations;
  private final CloudApi cloudApi;
  private final Gate gate;
  private final Settling settling;
  private final ChannelMetrics metrics;
  private final Clock clock;
  private final Runnable settled;
  private final OutboxStore store = new OutboxStore();
  private final Stripes stripes = new Stripes();
  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final Semaphore senders = new Semaphore(MOST_AT_ONCE);

  /// Makes the sender.
  ///
  /// @param settled told when a customer's next message may have become due
  public Outbox(
      Database database,
      Conversations conversations,
      CloudApi cloudApi,
      Gate gate,
      Settling settling,
      ChannelMetrics metrics,
      Clock clock,
      Runnable settled) {
    this.database = database;
    this.conversations = conversations;
    this.cloudApi = cloudApi;
    this.gate = gate;
    this.settling = settling;
    this.metrics = metrics;
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
    held.forEach(message -> line(message.phoneNumberId()).begin(1));
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
    for (OutboxStore.Due due : store.due(transaction)) {
      int room =
          line(due.phoneNumberId())
              .room(due.messagesPerSecond(), due.onProbation(), clock.instant());
      int share = Math.min(room, most - held.size());
      if (share > 0) {
        held.addAll(hold(transaction, due, share));
      }
    }
    return held;
  }

  private List<OutboxStore.Held> hold(Transaction transaction, OutboxStore.Due due, int most) {
    Optional<Stripes.Stripe> stripe =
        stripes.take(transaction, due.restaurantId(), due.phoneNumberId(), due.messagesPerSecond());
    if (stripe.isEmpty()) {
      return List.of();
    }
    int share = (int) Math.min(stripe.get().tokens(), most);
    List<OutboxStore.Held> held =
        share < 1 ? List.of() : store.hold(transaction, due.phoneNumberId(), share);
    if (!held.isEmpty()) {
      stripes.spend(transaction, stripe.get(), held.size());
    }
    return held;
  }

  private Line line(String phoneNumberId) {
    return lines.computeIfAbsent(
        phoneNumberId,
        _ -> {
          Line line = new Line();
          metrics.breaker(phoneNumberId, () -> line.state(clock.instant()).figure());
          return line;
        });
  }

  private void deliver(OutboxStore.Held message) {
    Line line = line(message.phoneNumberId());
    try {
      settling.settle(message, line, send(message));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "message " + message.messageId() + " is left in doubt", e);
    } finally {
      line.end();
      senders.release();
      settled.run();
    }
  }

  /// What is to be sent; nothing if the assistant said it and people have the word by now.
  private record Wanted(Outgoing outgoing, boolean silenced) {}

  /// What fails before the call leaves no doubt: it has not been sent. What the assistant says
  /// waits at no gate, so that nothing but the call comes after the question whether it still may.
  private SendResult send(OutboxStore.Held message) throws InterruptedException {
    Outgoing outgoing;
    try {
      Wanted wanted =
          database.inRestaurant(
              message.restaurantId(), transaction -> wanted(transaction, message));
      if (wanted.silenced()) {
        return new SendResult.Withdrawn();
      }
      outgoing = wanted.outgoing();
      if (gate.isUnwanted(message, outgoing)) {
        return new SendResult.Refused(OPTED_OUT, "the customer has stopped advertising", false);
      }
      Optional<Duration> wait = gate.holdsBack(message, outgoing);
      if (wait.isPresent()) {
        return new SendResult.Deferred(wait.get(), "a limit of WhatsApp's");
      }
    } catch (DatabaseException e) {
      return new SendResult.Deferred(OWN_PAUSE, "database " + e.state());
    }
    return cloudApi.send(message, outgoing);
  }

  private Wanted wanted(Transaction transaction, OutboxStore.Held message) {
    Transcript transcript = conversations.transcript();
    return new Wanted(
        transcript.outgoing(transaction, message.restaurantId(), message.messageId()),
        transcript.isSilenced(transaction, message.restaurantId(), message.messageId()));
  }
}
