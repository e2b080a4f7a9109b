package com.crmres.server.ordering.cart;

import com.crmres.server.database.Transaction;
import java.util.UUID;

/// Hears, in the transaction, that a cart was begun, changed, read back, ordered or put away.
@FunctionalInterface
public interface CartListener {

  void changed(Transaction transaction, UUID restaurantId, UUID cartId);
}
