package com.crmres.server.conversation;

import com.crmres.common.conversation.FittingTemplate;
import com.crmres.common.conversation.MessageDetails;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a staff member's message, or of his sign on one.
public sealed interface ReplyResult {

  /// It will be sent, or has been already if the command came twice.
  ///
  /// @param message the first, where it goes out in parts; the one that bears the sign
  record Queued(MessageDetails message) implements ReplyResult {}

  /// The service window is over; only a template may be sent.
  ///
  /// @param ago how long it has been closed; null if the customer never wrote
  /// @param templates those that may be sent instead
  record WindowClosed(@Nullable Duration ago, List<FittingTemplate> templates)
      implements ReplyResult {
    public WindowClosed {
      templates = List.copyOf(templates);
    }
  }

  /// The channel would not take it.
  record Refused(List<ContentFault> faults) implements ReplyResult {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /// The thread became part of another; there the customer is.
  record Moved() implements ReplyResult {}

  /// The command's id was used for something else.
  record CommandReused() implements ReplyResult {}
}
