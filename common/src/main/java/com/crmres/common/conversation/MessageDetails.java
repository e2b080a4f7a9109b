package com.crmres.common.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of a conversation.
///
/// @param sequence place in the conversation, growing with arrival; not without gaps
/// @param authorName the staff member who wrote it; absent for others
/// @param status how far it came; absent for customers' messages
/// @param failure why it failed, fit to be shown; present only if it did
/// @param marks what hangs on it: quote, reactions, edits, …
/// @param at when it was written, in UTC
public record MessageDetails(
    UUID id,
    UUID conversationId,
    long sequence,
    Sender sender,
    @Nullable String authorName,
    MessageContent content,
    @Nullable DeliveryStatus status,
    @Nullable String failure,
    MessageMarks marks,
    Instant at) {

  /// A message on which nothing hangs.
  public MessageDetails(
      UUID id,
      UUID conversationId,
      long sequence,
      Sender sender,
      @Nullable String authorName,
      MessageContent content,
      @Nullable DeliveryStatus status,
      @Nullable String failure,
      Instant at) {
    this(
        id,
        conversationId,
        sequence,
        sender,
        authorName,
        content,
        status,
        failure,
        MessageMarks.NONE,
        at);
  }
}
