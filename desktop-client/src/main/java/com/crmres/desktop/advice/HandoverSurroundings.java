package com.crmres.desktop.advice;

import com.crmres.common.conversation.MessageDetails;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The thread around a handover card: its messages and its composer.
public interface HandoverSurroundings {

  /// Absent if it is not loaded.
  @Nullable MessageDetails message(UUID id);

  void jumpTo(UUID messageId);

  /// Puts words into the composer, without losing what is there.
  void use(String words);

  boolean mayWrite();
}
