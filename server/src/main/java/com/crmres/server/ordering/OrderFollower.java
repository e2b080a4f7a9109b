package com.crmres.server.ordering;

import com.crmres.server.database.Transaction;
import java.util.UUID;

/// Whoever has a part in an order's life (the kitchen's ticket, the hand-over to a till, a payment)
/// notes it in the transaction that places or moves the order: both happen or none.
///
/// A follower only writes down what is to be done; it calls nobody outside and never moves the
/// order itself.
public interface OrderFollower {

  /// An order was placed, or its status is another one.
  void follow(Transaction transaction, UUID restaurantId, OrderStep step);

  /// What keeps its customer from changing it by himself, as far as this part knows.
  default Tie tie(Transaction transaction, UUID restaurantId, UUID orderId) {
    return Tie.NONE;
  }

  /// It is something else from now on: lines, way, place or time; its status stays.
  default void followAltering(Transaction transaction, UUID restaurantId, OrderStep step) {}

  /// What an order is tied to by now.
  enum Tie {
    NONE,
    /// Money has come for it.
    PAID,
    /// A till has it, and goes on by what it was told.
    AT_TILL,
    /// A till has it, and will be told what it holds from now on.
    AT_TILL_THAT_FOLLOWS
  }

  /// Its money moved: collected, paid, to be given back, …
  default void followPayment(Transaction transaction, UUID restaurantId, PaymentStep step) {}

  /// Another branch makes it from now on; its status stays.
  ///
  /// @param before the branch that does not make it any more
  default void followBranch(
      Transaction transaction, UUID restaurantId, OrderStep step, UUID before) {}
}
