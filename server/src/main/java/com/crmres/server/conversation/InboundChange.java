package com.crmres.server.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a customer did to a message that was there before.
public sealed interface InboundChange {

  /// WhatsApp's id of the message it was done to.
  String target();

  /// He put a sign on it, or took it away.
  ///
  /// @param emoji null or empty to take it away
  record Reacted(String target, @Nullable String emoji, String wamid, Instant at)
      implements InboundChange {}

  /// He changed what he had said.
  ///
  /// @param event the edit as a message of its own, with what he says now
  record Edited(String target, InboundMessage event) implements InboundChange {}

  /// He took it back.
  ///
  /// @param event the taking back as a message of its own, which says nothing
  record Revoked(String target, InboundMessage event) implements InboundChange {}
}
