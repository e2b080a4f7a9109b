package com.crmres.server.ordering.cart;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One item of a cart with its choices.
///
/// @param quantity 1 to 50
/// @param optionIds chosen options, standard ones left out
/// @param person for whom it is, in the customer's words; null if he did not say
/// @param evidence the customer's words it came from; null if he tapped, or people put it in
/// @param preModified those of the chosen options that are wanted in a way of their own
public record CartLine(
    UUID id,
    UUID itemId,
    int quantity,
    List<UUID> optionIds,
    @Nullable String note,
    @Nullable String person,
    @Nullable Evidence evidence,
    List<PreModified> preModified) {
  public CartLine {
    optionIds = List.copyOf(optionIds);
    preModified = preModified == null ? List.of() : List.copyOf(preModified);
  }

  /// A line of which every option is wanted as it is.
  public CartLine(
      UUID id,
      UUID itemId,
      int quantity,
      List<UUID> optionIds,
      @Nullable String note,
      @Nullable String person,
      @Nullable Evidence evidence) {
    this(id, itemId, quantity, optionIds, note, person, evidence, List.of());
  }

  /// A line of which nothing more is known than what it holds.
  public CartLine(UUID id, UUID itemId, int quantity, List<UUID> optionIds) {
    this(id, itemId, quantity, optionIds, null, null, null);
  }

  CartLine withQuantity(int changed) {
    return new CartLine(id, itemId, changed, optionIds, note, person, evidence, preModified);
  }

  CartLine withNote(@Nullable String changed) {
    return new CartLine(id, itemId, quantity, optionIds, changed, person, evidence, preModified);
  }

  /// The line with what has to be kept of these choices.
  CartLine with(Choices choices) {
    return new CartLine(
        id, itemId, quantity, choices.kept(), note, person, evidence, choices.preModified());
  }

  /// The item and the options that go into it.
  Stream<UUID> counted() {
    return Stream.concat(Stream.of(itemId), PreModified.used(optionIds, preModified));
  }
}
