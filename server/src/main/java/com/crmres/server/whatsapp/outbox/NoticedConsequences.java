package com.crmres.server.whatsapp.outbox;

import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.server.conversation.Conversations;
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
  private final Notices notices;
  private final Clock clock;

  public NoticedConsequences(Conversations conversations, Notices notices, Clock clock) {
    this.conversations = conversations;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public void windowClosed(Transaction transaction, UUID restaurantId, UUID messageId) {
    conversations.windowIsClosed(transaction, restaurantId, messageId, clock.instant());
  }

  /// The message's own failure says it.
  @Override
  public void optedOut(Transaction transaction, UUID restaurantId, UUID messageId) {}

  @Override
  public void templateProblem(
      Transaction transaction, UUID restaurantId, UUID messageId, int code) {
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
