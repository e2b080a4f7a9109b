package com.crmres.common.conversation;

import java.util.List;
import java.util.UUID;

/// A staff member notes something; the same `commandId` twice is one note.
///
/// @param text 1 to 4000 characters
/// @param mentions up to 20 colleagues who see the conversation
public record WriteNoteRequest(UUID commandId, String text, List<UUID> mentions) {
  public WriteNoteRequest {
    mentions = List.copyOf(mentions);
  }
}
