package com.crmres.desktop.inbox;

import java.time.Instant;
import java.util.UUID;

/// A message that was sent and can still be taken back.
///
/// @param alone whether nobody of us had the conversation, so that it is taken over first
/// @param outgoing the message with its command
/// @param until when it goes
public record Held(
    UUID conversationId, boolean alone, Outgoing outgoing, Instant since, Instant until) {

  /// What it says.
  public String text() {
    return outgoing.what().text();
  }

  /// It did not go, and goes only when somebody says so.
  Held stuck() {
    return new Held(conversationId, alone, outgoing, since, Instant.MAX);
  }

  public boolean isStuck() {
    return until.equals(Instant.MAX);
  }

  /// What a file could not carry.
  Held wordsOnly() {
    var words = new Draft(text(), null, null);
    return new Held(conversationId, alone, outgoing.of(words), since, until);
  }
}
