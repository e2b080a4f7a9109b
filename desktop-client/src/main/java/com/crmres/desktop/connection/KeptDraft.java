package com.crmres.desktop.connection;

import com.crmres.common.conversation.MessageDetails;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Words that somebody wrote and that are in no message yet, as this machine keeps them.
///
/// @param answered the message they answer
/// @param file what goes with them
/// @param command under which they were tried; the same again is one message
/// @param sent whether somebody sent them, and they did not go
/// @param alone whether nobody of us had the conversation, so that it is taken over first
/// @param at when they were last seen to change
public record KeptDraft(
    UUID conversationId,
    String text,
    @Nullable MessageDetails answered,
    @Nullable String file,
    @Nullable UUID command,
    boolean sent,
    boolean alone,
    Instant at) {

  /// The same words, whenever they were written.
  public boolean isSameAs(KeptDraft other) {
    return new KeptDraft(conversationId, text, answered, file, command, sent, alone, other.at)
        .equals(other);
  }
}
