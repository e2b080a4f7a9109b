package com.crmres.desktop.handling;

import com.crmres.common.conversation.Priority;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be done with one conversation, or with several at once.
public sealed interface Errand {

  record TakeOver() implements Errand {}

  record HandBack() implements Errand {}

  record Resolve() implements Errand {}

  record Assign(UUID staffId) implements Errand {}

  /// Out of sight for a while.
  ///
  /// @param minutes for how long it is out of sight; absent to have it back
  record Snooze(@Nullable Integer minutes) implements Errand {}

  record Prioritise(Priority priority) implements Errand {}

  /// As if nobody had read it, or as read.
  record Mark(boolean unread) implements Errand {}

  record Label(List<String> add, List<String> remove) implements Errand {
    public Label {
      add = List.copyOf(add);
      remove = List.copyOf(remove);
    }
  }
}
