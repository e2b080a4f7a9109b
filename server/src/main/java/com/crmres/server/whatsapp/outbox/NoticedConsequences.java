package com.crmres.server.whatsapp.outbox;

import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.customer.Consents;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.notice.Notices;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/// Closes the window that WhatsApp holds closed, and tells managers of refusals that mean more than
/// one lost message; each kind once an hour.
public final class NoticedConsequences implements SendConsequences {

  private final Conversations conversations;
  private final Consents consents;
  private final Notices notices;
  private final TemplateRefusals templates;
  private final Clock clock;

  /// Makes them.
  ///
  /// @param templates hears of messages that failed because of their template
  public NoticedConsequences(
      Conversations conversations,
      Consents consents,
      Notices notices,
      TemplateRefusals templates,
      Clock clock) {
    this.conversations = conversations;
    this.consents = consents;
    this.notices = notices;
    this.templates = templates;
    this.clock = clock;
  }

  @Override
  public void windowClosed(Transaction transaction, UUID restaurantId, UUID messageId) {
    conversations
        .channelNews()
        .windowIsClosed(transaction, restaurantId, messageId, clock.instant());
  }

  @Override
  public void optedOut(Transaction transaction, UUID restaurantId, UUID messageId) {
    consents
        .refused(transaction, restaurantId, messageId)
        .ifPresent(customerId ->
            notices.tell(
                transaction,
                restaurantId,
                null,
                ChannelNoticeKind.OPT_OUT,
                NoticeSeverity.INFORMATION,
                Map.of("customer", customerId.toString(), "source", "refusal"),
                clock.instant()));
  }

  @Override
  public void arrivedAfterAll(Transaction transaction, UUID restaurantId, UUID messageId) {
    conversations.channelNews().queuedAgain(transaction, restaurantId, messageId);
  }

  /// Nobody would learn of it otherwise: the customer can be written to in no other way.
  @Override
  public void phoneNeeded(Transaction transaction, UUID restaurantId, UUID messageId) {
    UUID conversationId = conversations.ofMessage(transaction, restaurantId, messageId).id();
    conversations.escalate(
        transaction, restaurantId, conversationId, EscalationReason.ASSISTANT_FAILED);
  }

  @Override
  public void templateProblem(
      Transaction transaction, UUID restaurantId, UUID messageId, int code) {
    templates.refused(transaction, restaurantId, messageId, code, clock.instant());
    tell(transaction, restaurantId, ChannelNoticeKind.TEMPLATE_STATUS, code);
  }

  @Override
  public void unknownCode(Transaction transaction, UUID restaurantId, UUID messageId, int code) {
    tell(transaction, restaurantId, ChannelNoticeKind.OTHER, code);
  }

  private void tell(Transaction transaction, UUID restaurantId, ChannelNoticeKind kind, int code) {
    notices.tell(
        transaction,
        restaurantId,
        null,
        kind,
        NoticeSeverity.WARNING,
        Map.of("code", Integer.toString(code)),
        clock.instant().truncatedTo(ChronoUnit.HOURS));
  }
}
