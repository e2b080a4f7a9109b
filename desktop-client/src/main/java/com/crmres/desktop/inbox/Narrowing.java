package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Priority;
import org.jspecify.annotations.Nullable;

/// What narrows the list further than its tab.
///
/// @param unread only those with words that nobody answered
/// @param urgent only those that people marked as high or urgent
/// @param label only those that have it; absent for all
public record Narrowing(boolean unread, boolean urgent, @Nullable String label) {

  public static final Narrowing NONE = new Narrowing(false, false, null);

  boolean lets(ConversationSummary conversation) {
    return (!unread || conversation.unread() > 0)
        && (!urgent || conversation.handling().priority() != Priority.NORMAL)
        && (label == null || conversation.handling().labels().contains(label));
  }

  public Narrowing withUnread(boolean wanted) {
    return new Narrowing(wanted, urgent, label);
  }

  public Narrowing withUrgent(boolean wanted) {
    return new Narrowing(unread, wanted, label);
  }

  public Narrowing withLabel(@Nullable String wanted) {
    return new Narrowing(unread, urgent, wanted);
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
