package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.assistant.Discretion;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Holds the assistant back as far as the house wants: what it may not say by itself becomes a
/// suggestion; where it is off, people are called.
///
/// Handing over is never held back. Where the assistant may not speak, that happens without a word.
///
/// A turn in mode `off` escalates the conversation, with the reason that reading found: so it
/// stands among those that wait for a person, and the assistant leaves it alone until it is handed
/// back. To leave it `active` would hide from everybody that nobody answers.
public final class Restraint implements Discretion {

  private final HouseSettings settings;
  private final Suggestions suggestions;
  private final Foresight foresight;
  private final Conversations conversations;
  private final Clock clock;
  private final Ids ids;

  /// Makes the restraint of all houses.
  public Restraint(
      HouseSettings settings,
      Suggestions suggestions,
      Foresight foresight,
      Conversations conversations,
      Clock clock,
      Ids ids) {
    this.settings = settings;
    this.suggestions = suggestions;
    this.foresight = foresight;
    this.conversations = conversations;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public boolean mayShowItself(
      Transaction transaction, UUID restaurantId, ConversationSummary conversation) {
    return speaksByItself(settings.mode(transaction, restaurantId, conversation.branchId(), null));
  }

  @Override
  public boolean lets(
      Transaction transaction,
      UUID restaurantId,
      ConversationSummary conversation,
      Dialogue.Question question,
      Reading reading) {
    UUID branchId = branch(conversation, question.turn());
    AssistantMode mode = settings.mode(transaction, restaurantId, branchId, reading.intent());
    if (mode == AssistantMode.AUTOMATIC) {
      return true;
    }
    Foresight.Foreseen foreseen = foresight.foresee(transaction, restaurantId, question, reading);
    EscalationReason handOver = foreseen.served().handOver();
    boolean handsOverAloud = speaksByItself(mode) && handOver != null;
    boolean doesNothing = mode != AssistantMode.OFF && foreseen.isNothing();
    if (handsOverAloud || doesNothing) {
      return true;
    }
    if (handOver != null || mode == AssistantMode.OFF) {
      conversations.escalate(
          transaction,
          restaurantId,
          conversation.id(),
          handOver == null ? whyOff(reading.intent()) : handOver);
    } else {
      suggest(transaction, restaurantId, mode, conversation, question, reading, foreseen);
    }
    return false;
  }

  private void suggest(
      Transaction transaction,
      UUID restaurantId,
      AssistantMode mode,
      ConversationSummary conversation,
      Dialogue.Question question,
      Reading reading,
      Foresight.Foreseen foreseen) {
    Instant now = clock.instant();
    suggestions.add(
        transaction,
        restaurantId,
        new Kept(
            ids.next(),
            conversation.id(),
            conversation.branchId(),
            question.through(),
            ReadingText.write(reading),
            reading.intent(),
            reading.sentiment(),
            reading.confidence(),
            reading.work().mind(),
            foreseen.served().answers(),
            foreseen.changes(),
            SuggestionState.WAITING,
            now,
            mode == AssistantMode.UNDO ? now.plus(settings.undo(transaction, restaurantId)) : null,
            null,
            null,
            null));
  }

  private static boolean speaksByItself(AssistantMode mode) {
    return mode == AssistantMode.UNDO || mode == AssistantMode.AUTOMATIC;
  }

  /// The conversation's branch, else the one the customer has chosen, else the only one there is.
  private static @Nullable UUID branch(ConversationSummary conversation, Turn turn) {
    UUID home = conversation.branchId();
    UUID chosen = home == null ? turn.cart().branchId() : home;
    return chosen == null && turn.branches().size() == 1 ? turn.branches().getFirst().id() : chosen;
  }

  private static EscalationReason whyOff(Intent intent) {
    return switch (intent) {
      case SAFETY -> EscalationReason.HEALTH_OR_SAFETY;
      case HUMAN -> EscalationReason.ASKED_FOR_PERSON;
      case COMPLAINT -> EscalationReason.COMPLAINT;
      default -> EscalationReason.ASSISTANT_OFF;
    };
  }
}
