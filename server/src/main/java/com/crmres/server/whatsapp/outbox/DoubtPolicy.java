package com.crmres.server.whatsapp.outbox;

import com.crmres.common.wire.WireName;
import org.jspecify.annotations.Nullable;

/// What the operator wants to be done with a message of which no status came.
public enum DoubtPolicy implements WireName {
  /// Each message says itself.
  BY_MESSAGE,
  /// Every message is sent again.
  SEND_AGAIN,
  /// Every message is left for people.
  HOLD;

  /// What overrides the message's own wish; null if nothing does.
  @Nullable String override() {
    return this == BY_MESSAGE ? null : wireName();
  }
}
