package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.ChannelMetrics;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Settles messages of which nobody knows whether WhatsApp took them: its status decides, and only
/// after a wait in which we were able to hear one is a message sent again.
public final class Doubts {

  private static final Logger LOG = System.getLogger(Doubts.class.getName());

  /// A delivery refused so recently may have held the very status that we miss.
  private static final Duration HEARING = Duration.ofSeconds(5);

  private final Database database;
  private final Predicate<Duration> hearsEverything;
  private final Conversations conversations;
  private final Duration wait;
  private final DoubtPolicy policy;
  private final ChannelMetrics metrics;
  private final Clock clock;
  private final DoubtStore store = new DoubtStore();

  /// Makes the settling of doubts.
  ///
  /// @param hearsEverything whether no delivery has been refused for so long
  /// @param wait how long to listen for a status before sending again
  /// @param policy what is done with a message then
  public Doubts(
      Database database,
      Predicate<Duration> hearsEverything,
      Conversations conversations,
      Duration wait,
      DoubtPolicy policy,
      ChannelMetrics metrics,
      Clock clock) {
    this.database = database;
    this.hearsEverything = hearsEverything;
    this.conversations = conversations;
    this.wait = wait;
    this.policy = policy;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// One round; to be repeated about twice a second.
  ///
  /// @return false: there is nothing more to do before the next beat
  public boolean settle() {
    if (!hearsEverything.test(HEARING)) {
      return false;
    }
    List<OutboxStore.Held> ripe =
        database.inSystem(transaction -> {
          store.beat(transaction);
          long abandoned = store.doubtAbandoned(transaction);
          transaction.afterCommit(() -> openedBy(abandoned));
          return store.ripeDoubts(transaction, wait);
        });
    ripe.forEach(this::end);
    return false;
  }

  /// In one transaction, so that no message is given up without people being told.
  private void end(OutboxStore.Held message) {
    database.changeRestaurant(
        message.restaurantId(),
        transaction -> {
          Optional<Boolean> held = store.endDoubt(transaction, message, policy);
          held.ifPresent(
              stays -> transaction.afterCommit(() -> metrics.doubt(stays ? "held" : "sent_again")));
          if (held.orElse(false)) {
            tell(transaction, message);
          }
        });
  }

  private void tell(Transaction transaction, OutboxStore.Held message) {
    LOG.log(Level.WARNING, "message {0} stays in doubt; people decide", message.messageId());
    conversations
        .channelNews()
        .report(
            transaction,
            message.restaurantId(),
            message.messageId(),
            DeliveryStatus.FAILED,
            clock.instant(),
            "no word from WhatsApp");
  }

  private void openedBy(long deaths) {
    for (long i = 0; i < deaths; i++) {
      metrics.doubt("opened");
    }
  }
}
