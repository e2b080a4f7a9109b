package com.crmres.desktop.inbox;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import java.util.UUID;

/// Which conversations the list shows.
public enum InboxFilter {
  ALL,
  WAITING,
  MINE,
  ASSISTANT;

  boolean lets(ConversationSummary conversation, UUID me) {
    return switch (this) {
      case ALL -> true;
      case WAITING -> conversation.waitingSince() != null || isEscalated(conversation);
      case MINE -> me.equals(conversation.assigneeId());
      case ASSISTANT -> conversation.answerer() == Answerer.ASSISTANT && !isEscalated(conversation);
    };
  }

  private static boolean isEscalated(ConversationSummary conversation) {
    return conversation.status() == ConversationStatus.ESCALATED;
  }
}
