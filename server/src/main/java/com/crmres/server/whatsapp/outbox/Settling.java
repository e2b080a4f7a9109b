package com.crmres.server.whatsapp.outbox;

import com.crmres.common.channel.PauseReason;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.ChannelMetrics;
import com.crmres.server.whatsapp.MarketingRests;
import com.crmres.server.whatsapp.number.Pauses;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Draws the consequences of what came of handing a message to WhatsApp: for the message, its
/// customer, its number, and the way there.
public final class Settling {

  private static final Logger LOG = System.getLogger(Settling.class.getName());

  /// How long a number leaves WhatsApp alone that finds it too fast.
  private static final Duration BREATH = Duration.ofMillis(500);

  private final Database database;
  private final Conversations conversations;
  private final Pauses pauses;
  private final SendConsequences consequences;
  private final ChannelMetrics metrics;
  private final RandomGenerator random;
  private final Clock clock;
  private final OutboxStore store = new OutboxStore();
  private final MarketingRests rests = new MarketingRests();

  /// Makes it.
  ///
  /// @param random spreads messages that are tried again
  public Settling(
      Database database,
      Conversations conversations,
      Pauses pauses,
      SendConsequences consequences,
      ChannelMetrics metrics,
      RandomGenerator random,
      Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.pauses = pauses;
    this.consequences = consequences;
    this.metrics = metrics;
    this.random = random;
    this.clock = clock;
  }

  void settle(OutboxStore.Held message, Line line, SendResult result) {
    switch (result) {
      case SendResult.Accepted accepted -> accepted(message, line, accepted);
      case SendResult.Refused refused -> refused(message, line, refused);
      case SendResult.NotSent(String reason) -> notSent(message, line, reason);
      case SendResult.Deferred(Duration delay, String reason) -> {
        LOG.log(Level.DEBUG, "message {0} waits: {1}", message.messageId(), reason);
        metrics.sent("deferred");
        change(message, transaction -> store.again(transaction, message, delay, false, null));
      }
      case SendResult.Withdrawn() -> withdrawn(message);
      case SendResult.InDoubt(String reason) -> inDoubt(message, line, reason);
    }
  }

  private void accepted(OutboxStore.Held message, Line line, SendResult.Accepted accepted) {
    metrics.sent("accepted");
    line.works();
    boolean provesTheNumber = line.isOnProbation();
    change(
        message,
        transaction -> {
          keep(transaction, message, accepted);
          if (provesTheNumber) {
            pauses.resume(transaction, message.restaurantId(), message.phoneNumberId());
          }
        });
    String waId = accepted.waId();
    if (waId != null) {
      keepName(message, waId);
    }
  }

  /// The name under which WhatsApp knows the message; one that people were told to look after is
  /// well again.
  private void keep(
      Transaction transaction, OutboxStore.Held message, SendResult.Accepted accepted) {
    UUID restaurantId = message.restaurantId();
    if (store.accepted(transaction, message, accepted.wamid())) {
      conversations
          .channelNews()
          .isKnownAs(transaction, restaurantId, message.messageId(), accepted.wamid());
      consequences.arrivedAfterAll(transaction, restaurantId, message.messageId());
    }
  }

  /// The name under which WhatsApp knows the reader. Apart, since two may learn the same name at
  /// once, and that must not make us forget that WhatsApp has the message.
  private void keepName(OutboxStore.Held message, String waId) {
    try {
      change(
          message,
          transaction ->
              conversations
                  .channelNews()
                  .alsoCalled(transaction, message.restaurantId(), message.messageId(), waId));
    } catch (DatabaseException e) {
      LOG.log(Level.WARNING, "the reader of " + message.messageId() + " keeps one name less", e);
    }
  }

  private void withdrawn(OutboxStore.Held message) {
    LOG.log(Level.DEBUG, "message {0} is withdrawn", message.messageId());
    metrics.sent("withdrawn");
    change(
        message,
        transaction -> {
          if (store.withdrawn(transaction, message)) {
            conversations
                .channelNews()
                .withdrawn(
                    transaction, message.restaurantId(), message.messageId(), clock.instant());
          }
        });
  }

  private void notSent(OutboxStore.Held message, Line line, String reason) {
    LOG.log(Level.DEBUG, "message {0} not sent: {1}", message.messageId(), reason);
    metrics.sent("not_sent");
    line.fails(clock.instant());
    Duration delay = Reaction.TRANSIENT.delay(Math.min(message.attempt(), 4), random);
    change(message, transaction -> store.again(transaction, message, delay, false, null));
  }

  private void inDoubt(OutboxStore.Held message, Line line, String reason) {
    LOG.log(Level.INFO, "message {0} is in doubt: {1}", message.messageId(), reason);
    metrics.sent("in_doubt");
    metrics.doubt("opened");
    line.fails(clock.instant());
    change(message, transaction -> store.doubt(transaction, message));
  }

  private void refused(OutboxStore.Held message, Line line, SendResult.Refused refused) {
    metrics.sent("refused");
    metrics.refused(refused.code());
    Reaction reaction = SendError.reaction(refused.code(), refused.passing());
    tellTheLine(line, reaction);
    if (reaction.concernsNumber()) {
      stopNumber(message, reaction, refused.code());
    } else if (reaction.triesAgain(message.refusals())) {
      tryAgain(message, reaction, refused.code());
    } else {
      giveUp(message, reaction, refused);
    }
  }

  private void tellTheLine(Line line, Reaction reaction) {
    if (reaction.isFailureOfWhatsApp()) {
      line.fails(clock.instant());
      return;
    }
    line.works();
    if (reaction == Reaction.NUMBER_TOO_FAST) {
      line.rest(BREATH, clock.instant());
    }
  }

  /// The message keeps its place at the head of the queue, which stands still.
  private void stopNumber(OutboxStore.Held message, Reaction reaction, int code) {
    LOG.log(
        Level.ERROR,
        "WhatsApp refuses number {0} with code {1}; its messages wait",
        message.phoneNumberId(),
        Integer.toString(code));
    PauseReason reason =
        reaction == Reaction.TOKEN_REFUSED ? PauseReason.TOKEN : PauseReason.ACCOUNT;
    change(
        message,
        transaction -> {
          store.again(transaction, message, Duration.ZERO, false, code);
          pauses.pause(
              transaction, message.restaurantId(), message.phoneNumberId(), reason, code, null);
        });
  }

  private void tryAgain(OutboxStore.Held message, Reaction reaction, int code) {
    Duration delay = reaction.delay(message.refusals(), random);
    change(
        message,
        transaction -> {
          store.again(transaction, message, delay, true, code);
          if (reaction == Reaction.MARKETING_REST) {
            rests.begin(transaction, message.restaurantId(), message.messageId(), clock.instant());
          }
          reaction.follow(
              consequences, transaction, message.restaurantId(), message.messageId(), code);
        });
  }

  private void giveUp(OutboxStore.Held message, Reaction reaction, SendResult.Refused refused) {
    int code = refused.code();
    LOG.log(
        reaction == Reaction.UNKNOWN ? Level.ERROR : Level.WARNING,
        "message {0} failed with code {1}: {2}",
        message.messageId(),
        Integer.toString(code),
        reaction);
    change(
        message,
        transaction -> {
          if (store.failed(transaction, message, code)) {
            conversations
                .channelNews()
                .report(
                    transaction,
                    message.restaurantId(),
                    message.messageId(),
                    DeliveryStatus.FAILED,
                    clock.instant(),
                    code + " " + refused.details());
            reaction.follow(
                consequences, transaction, message.restaurantId(), message.messageId(), code);
          }
        });
  }

  /// Once more where the first try met a passing trouble, such as a deadlock: what WhatsApp said
  /// must not turn into a doubt.
  private void change(OutboxStore.Held message, Consumer<Transaction> change) {
    try {
      database.changeRestaurant(message.restaurantId(), change);
    } catch (DatabaseException e) {
      if (!e.isPassing()) {
        throw e;
      }
      LOG.log(Level.INFO, "message {0} is settled once more: {1}", message.messageId(), e.state());
      database.changeRestaurant(message.restaurantId(), change);
    }
  }
}
