package com.crmres.server.assistant.openrouter;

import java.util.List;
import java.util.UUID;

/// Knows what the customer of a conversation is called, so that it can be kept in the house.
@FunctionalInterface
public interface KnownNames {

  /// Nobody is known.
  KnownNames NONE = (_, _) -> List.of();

  List<String> of(UUID restaurantId, UUID conversationId);
}
