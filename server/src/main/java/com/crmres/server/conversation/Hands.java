package com.crmres.server.conversation;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// In whose hands a conversation is: the assistant's, a staff member's, nobody's.
final class Hands {

  private final TurnTaking turnTaking;
  private final Silence silence;
  private final Announcements announcements;
  private final Handovers handovers;
  private final Clock clock;
  private final Duration answerMaxAge;
  private final HandsStore store = new HandsStore();
  private final SummaryStore summaries = new SummaryStore();
  private final ConversationStore places = new ConversationStore();
  private final TranscriptStore transcript = new TranscriptStore();

  /// Knows whose turn it is.
  ///
  /// @param answerMaxAge how old what a customer wrote may be for the assistant to answer it
  Hands(
      TurnTaking turnTaking,
      Silence silence,
      Announcements announcements,
      Handovers handovers,
      Clock clock,
      Duration answerMaxAge) {
    this.turnTaking = turnTaking;
    this.silence = silence;
    this.announcements = announcements;
    this.handovers = handovers;
    this.clock = clock;
    this.answerMaxAge = answerMaxAge;
  }

  /// Leaves what was said at a place to the assistant; what reached us too late to be answered
  /// without thinking is people's (trap 24).
  ///
  /// @param at when it was said
  void leaveToAssistant(
      Transaction transaction, UUID restaurantId, UUID conversationId, long place, Instant at) {
    if (at.isBefore(clock.instant().minus(answerMaxAge))) {
      escalate(transaction, restaurantId, conversationId, EscalationReason.LATE_MESSAGE);
    } else {
      turnTaking.customerWrote(transaction, restaurantId, conversationId, place, clock.instant());
    }
  }

  /// A staff member takes the conversation over; the assistant falls silent at once.
  ConversationSummary takeOver(
      Transaction transaction, UUID restaurantId, UUID conversationId, Speaker speaker) {
    summaries.lock(transaction, restaurantId, conversationId);
    store.takeOver(transaction, restaurantId, conversationId, speaker, clock.instant());
    silence.fall(transaction, restaurantId, conversationId);
    return announcements.conversation(transaction, restaurantId, conversationId);
  }

  /// Gives the conversation back to the assistant; what the customer wrote and nobody has answered
  /// is its to answer.
  ConversationSummary handBack(
      Transaction transaction, UUID restaurantId, UUID conversationId, @Nullable Speaker by) {
    summaries.lock(transaction, restaurantId, conversationId);
    store.handBack(transaction, restaurantId, conversationId, by, clock.instant());
    if (summaries.of(transaction, restaurantId, conversationId).leftToAssistant()) {
      transcript
          .lastOfCustomer(transaction, restaurantId, conversationId)
          .ifPresent(sequence ->
              turnTaking.customerWrote(
                  transaction, restaurantId, conversationId, sequence, clock.instant()));
    }
    return announcements.conversation(transaction, restaurantId, conversationId);
  }

  /// Closes the conversation; the customer writing again opens it.
  ConversationSummary resolve(
      Transaction transaction, UUID restaurantId, UUID conversationId, @Nullable Speaker by) {
    summaries.lock(transaction, restaurantId, conversationId);
    store.resolve(transaction, restaurantId, conversationId, by, clock.instant());
    silence.fall(transaction, restaurantId, conversationId);
    turnTaking.settled(
        transaction,
        restaurantId,
        conversationId,
        places.lastPlace(transaction, restaurantId, conversationId));
    return announcements.conversation(transaction, restaurantId, conversationId);
  }

  /// Hands the conversation to people.
  void escalate(
      Transaction transaction, UUID restaurantId, UUID conversationId, EscalationReason reason) {
    store.escalate(transaction, restaurantId, conversationId, reason, clock.instant());
    turnTaking.silence(transaction, restaurantId, conversationId);
    handovers.handedOver(transaction, restaurantId, conversationId, reason);
    announcements.conversation(transaction, restaurantId, conversationId);
  }
}
