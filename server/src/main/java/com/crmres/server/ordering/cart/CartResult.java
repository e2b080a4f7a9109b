package com.crmres.server.ordering.cart;

import com.crmres.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What came of a proposed change of a cart.
public sealed interface CartResult {

  /// Done; the cart as it is now.
  record Changed(Cart cart) implements CartResult {}

  /// Not done.
  record Refused(Reason reason) implements CartResult {}

  /// Why a change was refused.
  sealed interface Reason {

    /// The branch has none left of it.
    record SoldOut(UUID itemId) implements Reason {}

    /// No such item, option, line or branch in this restaurant.
    record Unknown() implements Reason {}

    /// A quantity outside 1 to 50, or a note over 200 characters.
    record OutOfRange() implements Reason {}

    /// More options of a group than it allows.
    record TooMany(UUID itemId, UUID groupId, int max) implements Reason {}

    /// The branch does not deliver.
    record NoDelivery(UUID branchId) implements Reason {}

    /// No branch takes orders for that time.
    ///
    /// @param branchId one that was asked
    record ClosedThen(UUID branchId, Instant wanted) implements Reason {}

    /// The cart holds 40 lines already.
    record Full() implements Reason {}
  }

  /// What still has to be known before a cart can be read back, one question at a time, in this
  /// order.
  sealed interface Question {

    /// The item needs a choice and has no standard one.
    record Choose(UUID lineId, UUID itemId, UUID groupId) implements Question {}

    /// Pickup or delivery.
    record HowToGet() implements Question {}

    /// Which branch; several are possible.
    record WhichBranch(List<UUID> branchIds) implements Question {
      public WhichBranch {
        branchIds = List.copyOf(branchIds);
      }
    }

    /// Where to deliver.
    record WhereTo() implements Question {}

    /// Where exactly to deliver: the words say it to a driver, and do not say which zone it is.
    record WhichPin() implements Question {}

    /// Another place, or a pickup: no branch delivers there.
    record OutOfReach() implements Question {}

    /// Something more: the goods cost less than is delivered there.
    ///
    /// @param missing what they must cost more
    record TooLittle(Money minimum, Money missing) implements Question {}

    /// Whom to call about the delivery: WhatsApp tells no number of this customer.
    record WhichPhone() implements Question {}
  }
}
