package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.Handover;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.server.conversation.Handovers;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells people why a conversation is theirs now: noted in the transaction that hands it over, put
/// into the reader's language when it is read.
public final class Briefing implements Handovers {

  /// What a customer said longer ago did not cause it.
  private static final Duration LATELY = Duration.ofHours(1);

  private final Clock clock;
  private final Ids ids;
  private final BriefStore store = new BriefStore();

  public Briefing(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public void handedOver(
      Transaction transaction, UUID restaurantId, UUID conversationId, EscalationReason reason) {
    Instant now = clock.instant();
    BriefStore.Moment moment =
        store.moment(transaction, restaurantId, conversationId, now.minus(LATELY));
    Intent intent = moment.intent();
    Sentiment sentiment = moment.sentiment();
    store.note(
        transaction,
        restaurantId,
        ids.next(),
        new BriefStore.Noted(
            conversationId,
            reason,
            moment.messageId(),
            null,
            intent == null ? usualIntent(reason) : intent,
            sentiment == null ? Sentiment.NEUTRAL : sentiment,
            new Brief(
                moment.orders(),
                moment.language(),
                store.cart(transaction, restaurantId, conversationId),
                moment.lastOrder()),
            suggested(reason, moment),
            now));
  }

  /// Where no turn was read, the reason says what it is about.
  private static Intent usualIntent(EscalationReason reason) {
    return switch (reason) {
      case ASKED_FOR_PERSON -> Intent.HUMAN;
      case HEALTH_OR_SAFETY -> Intent.SAFETY;
      case ANGER, PAYMENT, LEGAL, COMPLAINT -> Intent.COMPLAINT;
      case ORDER_UNANSWERED -> Intent.ORDER_STATUS;
      case EDITED_AFTER_ORDER -> Intent.CHANGE_ORDER;
      case LOST_TWICE, LOW_CONFIDENCE, POLICY, ASSISTANT_FAILED, ASSISTANT_OFF, LATE_MESSAGE ->
          Intent.UNKNOWN;
    };
  }

  /// Words to begin with: acknowledge, regret without blame, one step, no promise of money. After a
  /// threat with the law the house says nothing before somebody has thought about it.
  private static @Nullable String suggested(EscalationReason reason, BriefStore.Moment moment) {
    if (reason == EscalationReason.LEGAL) {
      return null;
    }
    Words words = Words.of(moment.language() == null || moment.language().isArabic());
    return words.say(
        moment.personality(),
        "reply." + reason.name().toLowerCase(Locale.ROOT),
        words.in(moment.restaurant()));
  }

  /// Why a conversation was handed over last, in the language of who reads it.
  Optional<Handover> newest(
      Transaction transaction, UUID restaurantId, UUID conversationId, String language) {
    return store
        .newest(transaction, restaurantId, conversationId)
        .map(noted ->
            new Handover(
                noted.conversationId(),
                noted.reason(),
                noted.messageId(),
                noted.intent(),
                noted.sentiment(),
                new BriefLines(Words.of(language.equals("ar"))).of(noted),
                noted.suggestedReply(),
                noted.at()));
  }
}
