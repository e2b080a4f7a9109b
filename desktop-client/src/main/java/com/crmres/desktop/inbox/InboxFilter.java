package com.crmres.desktop.inbox;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationCounts;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.desktop.connection.ConversationQuery;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;

/// Which conversations the list shows.
public enum InboxFilter {
  MINE,
  UNASSIGNED,
  WAITING,
  ASSISTANT,
  ALL,
  ASLEEP,
  CLOSED;

  boolean lets(ConversationSummary conversation, UUID me, Instant now) {
    boolean open = isOpen(conversation);
    boolean asleep = conversation.handling().isAsleep(now);
    return switch (this) {
      case CLOSED -> !open;
      case ASLEEP -> open && asleep;
      case MINE, UNASSIGNED, WAITING, ASSISTANT, ALL -> open && !asleep && lets(conversation, me);
    };
  }

  private boolean lets(ConversationSummary conversation, UUID me) {
    return switch (this) {
      case ALL, ASLEEP, CLOSED -> true;
      case WAITING -> conversation.waitingSince() != null || isEscalated(conversation);
      case MINE -> me.equals(conversation.assigneeId());
      case UNASSIGNED ->
          conversation.answerer() == Answerer.STAFF && conversation.assigneeId() == null;
      case ASSISTANT -> conversation.answerer() == Answerer.ASSISTANT && !isEscalated(conversation);
    };
  }

  private static boolean isOpen(ConversationSummary conversation) {
    return conversation.status() == ConversationStatus.ACTIVE || isEscalated(conversation);
  }

  private static boolean isEscalated(ConversationSummary conversation) {
    return conversation.status() == ConversationStatus.ESCALATED;
  }

  /// How the server is asked for them.
  ConversationQuery query(UUID branchId, UUID me) {
    ConversationQuery all = ConversationQuery.of(branchId);
    ConversationQuery awake =
        all.in(ConversationStatus.ACTIVE, ConversationStatus.ESCALATED).asleep(false);
    return switch (this) {
      case ALL -> awake;
      case MINE -> awake.takenOverBy(me);
      case UNASSIGNED -> awake.takenOverByNobody();
      case WAITING -> all.in(ConversationStatus.ESCALATED).asleep(false);
      case ASSISTANT -> awake.answeredBy(Answerer.ASSISTANT);
      case ASLEEP -> all.in(ConversationStatus.ACTIVE, ConversationStatus.ESCALATED).asleep(true);
      case CLOSED -> all.in(ConversationStatus.RESOLVED, ConversationStatus.ABANDONED);
    };
  }

  /// How many the server counts; nothing where it counts none.
  OptionalInt count(ConversationCounts counts) {
    return switch (this) {
      case MINE -> OptionalInt.of(counts.mine());
      case UNASSIGNED -> OptionalInt.of(counts.unassigned());
      case ASSISTANT -> OptionalInt.of(counts.assistant());
      case ALL -> OptionalInt.of(counts.all());
      case ASLEEP -> OptionalInt.of(counts.asleep());
      case WAITING, CLOSED -> OptionalInt.empty();
    };
  }
}
