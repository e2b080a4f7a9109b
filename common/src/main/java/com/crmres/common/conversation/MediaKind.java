package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// What a file is to people.
public enum MediaKind implements WireName {
  IMAGE,
  VIDEO,

  /// Recorded in the chat, as against a file of sound.
  VOICE,
  AUDIO,
  DOCUMENT,
  STICKER
}
