package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Priority;
import org.jspecify.annotations.Nullable;

/// What narrows the list further than its tab.
///
/// @param unread only those with words that nobody answered
/// @param urgent only those that people marked as high or urgent
/// @param label only those that have it; absent for all
/// @param status only those that stand so; absent for all
public record Narrowing(
    boolean unread, boolean urgent, @Nullable String label, @Nullable ConversationStatus status) {

  public static final Narrowing NONE = new Narrowing(false, false, null, null);

  boolean lets(ConversationSummary conversation) {
    return (!unread || conversation.unread() > 0)
        && (!urgent || conversation.handling().priority() != Priority.NORMAL)
        && (label == null || conversation.handling().labels().contains(label))
        && (status == null || conversation.status() == status);
  }

  public Narrowing withUnread(boolean wanted) {
    return new Narrowing(wanted, urgent, label, status);
  }

  public Narrowing withUrgent(boolean wanted) {
    return new Narrowing(unread, wanted, label, status);
  }

  public Narrowing withLabel(@Nullable String wanted) {
    return new Narrowing(unread, urgent, wanted, status);
  }

  public Narrowing withStatus(@Nullable ConversationStatus wanted) {
    return new Narrowing(unread, urgent, label, wanted);
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
