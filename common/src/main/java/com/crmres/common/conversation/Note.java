package com.crmres.common.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a staff member noted about a conversation for colleagues; no customer ever sees it.
///
/// @param text empty once it was withdrawn
/// @param mentions the staff members whom it calls
/// @param at in UTC
public record Note(
    UUID id,
    UUID conversationId,
    UUID authorId,
    String authorName,
    String text,
    List<UUID> mentions,
    Instant at,
    boolean withdrawn) {
  public Note {
    mentions = List.copyOf(mentions);
  }
}
