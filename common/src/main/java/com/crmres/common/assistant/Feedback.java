package com.crmres.common.assistant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer thinks of the house.
///
/// @param orderId what he had ordered shortly before; null if nothing
/// @param rating 1 to 5; null if he gave none
/// @param categories what it is about: `taste`, `cooked`, `cold`, `hygiene`, `delay`,
///   `wrong_order`, `missing`, `portion`, `price`, `service`, `packaging`, `courier`, `payment`,
///   `place`, `speed`
/// @param itemIds dishes he named
/// @param words his own, shortened
public record Feedback(
    UUID id,
    UUID conversationId,
    @Nullable UUID branchId,
    @Nullable UUID orderId,
    UUID messageId,
    @Nullable Integer rating,
    Sentiment sentiment,
    List<String> categories,
    List<UUID> itemIds,
    String words,
    boolean needsFollowUp,
    Instant givenAt) {
  public Feedback {
    categories = List.copyOf(categories);
    itemIds = List.copyOf(itemIds);
  }
}
