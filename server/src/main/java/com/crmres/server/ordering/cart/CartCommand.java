package com.crmres.server.ordering.cart;

import com.crmres.common.customer.PhoneNumber;
import com.crmres.common.ordering.Fulfilment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of a cart that somebody proposes: a mind, or staff. It carries no price.
public sealed interface CartCommand {

  /// Puts a new line in.
  ///
  /// @param note a wish that no option of the item covers
  /// @param person for whom it is, in the customer's words
  /// @param evidence the customer's words it came from
  record Add(
      UUID itemId,
      int quantity,
      List<UUID> optionIds,
      @Nullable String note,
      @Nullable String person,
      @Nullable Evidence evidence)
      implements CartCommand {
    public Add {
      optionIds = List.copyOf(optionIds);
    }

    /// As it was tapped, or as people put it in.
    public Add(UUID itemId, int quantity, List<UUID> optionIds) {
      this(itemId, quantity, optionIds, null, null, null);
    }
  }

  /// Sets how many of a line.
  record ChangeQuantity(UUID lineId, int quantity) implements CartCommand {}

  /// Takes options into a line and out of it; a new size replaces the old one.
  record ChangeOptions(UUID lineId, List<UUID> take, List<UUID> leave) implements CartCommand {
    public ChangeOptions {
      take = List.copyOf(take);
      leave = List.copyOf(leave);
    }
  }

  /// Takes a line out.
  record Remove(UUID lineId) implements CartCommand {}

  /// Takes everything out.
  record Clear() implements CartCommand {}

  /// Chooses how the customer gets it.
  record ChooseFulfilment(Fulfilment fulfilment) implements CartCommand {}

  /// Chooses the branch that makes it.
  record ChooseBranch(UUID branchId) implements CartCommand {}

  /// Says where a delivery goes.
  record DeliverTo(Cart.Destination destination) implements CartCommand {}

  /// Says whom to call about a delivery.
  record ContactBy(PhoneNumber phone) implements CartCommand {}

  /// Says when it shall be ready, in the customer's words: code reads them.
  record ChooseTime(String words) implements CartCommand {}

  /// Says when it shall be ready: one of the times that were offered.
  record TakeTime(Instant at) implements CartCommand {}

  /// Adds a wish for the whole order.
  record AddNote(String note) implements CartCommand {}

  /// What only people ask for: they see the whole cart, and put something in the place of what
  /// stands there.
  sealed interface Correction extends CartCommand {

    /// Sets all the choices of a line.
    record SetOptions(UUID lineId, List<UUID> optionIds) implements Correction {
      public SetOptions {
        optionIds = List.copyOf(optionIds);
      }
    }

    /// Sets the wish of a line; null takes it away.
    record SetLineNote(UUID lineId, @Nullable String note) implements Correction {}

    /// Sets the wish for the whole order; null takes it away.
    record SetNote(@Nullable String note) implements Correction {}

    /// Says when it shall be ready; null for as soon as it can be.
    record SetTime(@Nullable Instant wantedAt) implements Correction {}

    /// Says where a delivery goes, instead of what was known of it; null takes it away.
    record SetPlace(Cart.@Nullable Destination place) implements Correction {}
  }
}
