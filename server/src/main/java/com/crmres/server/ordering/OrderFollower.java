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

  /// Its money moved: collected, paid, to be given back, …
  default void followPayment(Transaction transaction, UUID restaurantId, PaymentStep step) {}

  /// Another branch makes it from now on; its status stays.
  ///
  /// @param before the branch that does not make it any more
  default void followBranch(
      Transaction transaction, UUID restaurantId, OrderStep step, UUID before) {}
}
