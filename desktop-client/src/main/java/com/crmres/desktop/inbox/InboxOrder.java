package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageDetails;
import java.time.Instant;
import java.util.Comparator;

/// What stands first in the list.
public enum InboxOrder {
  NEWEST,
  LONGEST_WAITING,
  PRIORITY;

  private static final Comparator<ConversationSummary> NEWEST_FIRST =
      Comparator.comparing(InboxOrder::lastAt).reversed();

  /// Where somebody may come to harm, nobody else is first; whoever does not wait comes last.
  private static final Comparator<ConversationSummary> MOST_URGENT_FIRST =
      Comparator.comparing(
              (ConversationSummary one) -> one.reason() != EscalationReason.HEALTH_OR_SAFETY)
          .thenComparing(one -> one.waitingSince() == null ? lastAt(one) : one.waitingSince());

  private static final Comparator<ConversationSummary> WAITING_FIRST =
      Comparator.comparing((ConversationSummary one) -> one.waitingSince() == null);

  Comparator<ConversationSummary> comparator(InboxFilter filter) {
    return switch (this) {
      case NEWEST -> filter == InboxFilter.WAITING ? MOST_URGENT_FIRST : NEWEST_FIRST;
      case LONGEST_WAITING -> WAITING_FIRST.thenComparing(longest());
      case PRIORITY ->
          Comparator.comparing((ConversationSummary one) -> one.handling().priority())
              .reversed()
              .thenComparing(WAITING_FIRST)
              .thenComparing(longest());
    };
  }

  private static Comparator<ConversationSummary> longest() {
    return (one, other) ->
        one.waitingSince() == null && other.waitingSince() == null
            ? NEWEST_FIRST.compare(one, other)
            : MOST_URGENT_FIRST.compare(one, other);
  }

  private static Instant lastAt(ConversationSummary conversation) {
    MessageDetails last = conversation.lastMessage();
    return last == null ? Instant.EPOCH : last.at();
  }
}
