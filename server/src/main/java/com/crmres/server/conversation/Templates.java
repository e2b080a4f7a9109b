package com.crmres.server.conversation;

import com.crmres.common.conversation.FittingTemplate;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The messages that a channel lets us send outside the service window.
public interface Templates {

  /// For a channel without templates.
  Templates NONE = new Templates() {};

  /// Those that may be sent now from a number.
  default List<FittingTemplate> fitting(
      Transaction transaction, UUID restaurantId, String phoneNumberId) {
    return List.of();
  }

  /// Holds a template that somebody wants to send against what was approved.
  default Prepared prepare(
      Transaction transaction,
      UUID restaurantId,
      String phoneNumberId,
      MessageContent.Template template) {
    return new Prepared.Ready(template);
  }

  /// The template that says what an occasion calls for, filled in.
  default Optional<MessageContent.Template> standIn(
      Transaction transaction,
      UUID restaurantId,
      String phoneNumberId,
      Occasion occasion,
      Language language) {
    return Optional.empty();
  }

  /// What came of holding a message against what the channel knows.
  sealed interface Prepared {

    /// It may be sent, in these words.
    record Ready(MessageContent content) implements Prepared {}

    /// It would be refused.
    record Faulty(List<ContentFault> faults) implements Prepared {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }
}
