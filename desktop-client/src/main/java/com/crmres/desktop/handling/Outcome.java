package com.crmres.desktop.handling;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.desktop.connection.ServerFailure;
import java.util.List;

/// What became of an errand.
///
/// @param done those with which it went through, as they are now
/// @param failed those with which it did not
public record Outcome(List<ConversationSummary> done, List<Failed> failed) {
  public Outcome {
    done = List.copyOf(done);
    failed = List.copyOf(failed);
  }

  /// A conversation with which it did not go through, and why.
  public record Failed(ConversationSummary conversation, ServerFailure why) {}
}
