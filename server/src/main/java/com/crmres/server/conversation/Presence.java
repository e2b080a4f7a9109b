package com.crmres.server.conversation;

import java.util.UUID;

/// Lets a customer see that somebody reads or writes; nothing depends on it, so it is done when it
/// can be, outside any transaction, and at once returned from.
public interface Presence {

  /// For a channel that shows nothing.
  Presence NONE =
      new Presence() {
        @Override
        public void read(UUID restaurantId, UUID conversationId) {}

        @Override
        public void typing(UUID restaurantId, UUID conversationId) {}
      };

  /// Somebody of ours has read what the customer wrote last.
  void read(UUID restaurantId, UUID conversationId);

  /// Somebody of ours is writing; that he has read goes with it.
  void typing(UUID restaurantId, UUID conversationId);
}
