package com.crmres.common.conversation;

import java.util.List;
import java.util.UUID;

/// A reply that lies ready, in the customer's language and with what is known of him.
///
/// @param missing placeholders for which there is nothing; they still stand in `text`
public record FilledReply(UUID id, String shortcut, String text, List<String> missing) {
  public FilledReply {
    missing = List.copyOf(missing);
  }
}
