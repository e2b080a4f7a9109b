package com.crmres.common.conversation;

import com.crmres.common.customer.CustomerSummary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation in a list.
///
/// @param branchId the branch it belongs to; absent until one is known, and then every branch sees
///   it
/// @param assigneeId the staff member who took over
/// @param reason why the assistant handed over; present while escalated or taken over after that
/// @param lastMessage the newest entry
/// @param unread customer's messages since anybody of ours answered
/// @param waitingSince when the customer began to wait for a person; absent if nobody waits
/// @param channel how it stands with WhatsApp: window, price, who has the thread
/// @param handling what staff have arranged about it
/// @param version grows with every change
public record ConversationSummary(
    UUID id,
    CustomerSummary customer,
    @Nullable UUID branchId,
    ConversationStatus status,
    ConversationType type,
    Answerer answerer,
    @Nullable UUID assigneeId,
    @Nullable String assigneeName,
    @Nullable EscalationReason reason,
    @Nullable MessageDetails lastMessage,
    int unread,
    @Nullable Instant waitingSince,
    ChannelState channel,
    Handling handling,
    long version) {

  /// A conversation about which staff have arranged nothing.
  public ConversationSummary(
      UUID id,
      CustomerSummary customer,
      @Nullable UUID branchId,
      ConversationStatus status,
      ConversationType type,
      Answerer answerer,
      @Nullable UUID assigneeId,
      @Nullable String assigneeName,
      @Nullable EscalationReason reason,
      @Nullable MessageDetails lastMessage,
      int unread,
      @Nullable Instant waitingSince,
      ChannelState channel,
      long version) {
    this(
        id,
        customer,
        branchId,
        status,
        type,
        answerer,
        assigneeId,
        assigneeName,
        reason,
        lastMessage,
        unread,
        waitingSince,
        channel,
        Handling.NONE,
        version);
  }

  /// Whether the assistant is to answer in it.
  public boolean leftToAssistant() {
    return answerer == Answerer.ASSISTANT
        && status == ConversationStatus.ACTIVE
        && !channel.standby();
  }
}
