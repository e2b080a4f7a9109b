package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import java.util.List;

/// What came of holding a message against what the house knows: its files, its templates.
public sealed interface Prepared {

  /// It may be sent, in these words.
  record Ready(MessageContent content) implements Prepared {}

  /// It would be refused.
  record Faulty(List<ContentFault> faults) implements Prepared {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
