package com.crmres.common.conversation;

import java.util.List;
import java.util.UUID;

/// Wants what was said in conversations, to take it away.
///
/// @param conversationIds 1 to 100 of them
public record ExportRequest(List<UUID> conversationIds) {
  public ExportRequest {
    conversationIds = List.copyOf(conversationIds);
  }
}
