package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ServerApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets a customer see that one of us looks at his words, and that an answer is being written.
///
/// Nothing hangs on these marks: one that does not go through is made up for by the next.
final class Attention {

  /// WhatsApp shows the sign for 25 s.
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(20);

  private final ServerApi api;
  private final Calls calls;
  private final InstantSource clock;
  private final Map<UUID, Instant> signs = new HashMap<>();
  private @Nullable UUID conversationId;
  private boolean looking;
  private boolean unread;

  Attention(ServerApi api, Calls calls, InstantSource clock) {
    this.api = api;
    this.calls = calls;
    this.clock = clock;
  }

  /// A person opened a conversation.
  void open(UUID wanted) {
    conversationId = wanted;
    unread = true;
    mark();
  }

  void close() {
    conversationId = null;
  }

  /// Whether a person has the open conversation before him now.
  void looking(boolean now) {
    looking = now;
    mark();
  }

  void heard(MessageDetails message) {
    if (message.sender() == Sender.CUSTOMER && message.conversationId().equals(conversationId)) {
      unread = true;
      mark();
    }
  }

  private void mark() {
    UUID open = conversationId;
    if (looking && unread && open != null) {
      unread = false;
      tell(open, api.writing()::read);
    }
  }

  /// A person writes in the open conversation.
  void writes() {
    UUID open = conversationId;
    Instant now = clock.instant();
    if (open != null && !now.isBefore(signs.getOrDefault(open, Instant.MIN))) {
      signs.put(open, now.plus(BETWEEN_SIGNS));
      tell(open, api.writing()::typing);
    }
  }

  private void tell(UUID open, Consumer<UUID> mark) {
    calls.ask(
        () -> {
          mark.accept(open);
          return open;
        },
        told -> {},
        why -> {});
  }
}
