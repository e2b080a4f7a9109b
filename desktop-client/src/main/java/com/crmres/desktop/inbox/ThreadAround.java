package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.desktop.advice.HandoverSurroundings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The open thread, as the card above it needs it.
final class ThreadAround implements HandoverSurroundings {

  private final ThreadModel model;
  private final ThreadScroll scroll;
  private final Runnable beginWriting;

  ThreadAround(ThreadModel model, ThreadScroll scroll, Runnable beginWriting) {
    this.model = model;
    this.scroll = scroll;
    this.beginWriting = beginWriting;
  }

  @Override
  public @Nullable MessageDetails message(UUID id) {
    return model.messages().stream()
        .filter(message -> message.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void jumpTo(UUID messageId) {
    scroll.jumpTo(messageId);
  }

  @Override
  public void use(String words) {
    model.writing().use(words);
    beginWriting.run();
  }

  @Override
  public boolean mayWrite() {
    return model.mayWrite();
  }
}
