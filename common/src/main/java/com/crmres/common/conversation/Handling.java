package com.crmres.common.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What staff have arranged among themselves about a conversation.
///
/// @param labels up to 10, in the order of the alphabet
/// @param snoozedUntil until when it stays out of sight, unless the customer writes; a time that is
///   over means that it is back; absent if nobody put it to sleep
/// @param notes how many there are
public record Handling(
    Priority priority, List<String> labels, @Nullable Instant snoozedUntil, int notes) {

  /// Of a conversation about which nobody has arranged anything.
  public static final Handling NONE = new Handling(Priority.NORMAL, List.of(), null, 0);

  public Handling {
    labels = List.copyOf(labels);
  }

  /// Whether it is out of sight at a moment.
  public boolean isAsleep(Instant now) {
    return snoozedUntil != null && now.isBefore(snoozedUntil);
  }
}
