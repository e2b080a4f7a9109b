package com.crmres.server.kitchen;

import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;

/// Whoever remembers what a customer must not eat.
public interface Allergies {

  /// Nobody remembers.
  Allergies NONE = (_, _, _) -> List.of();

  /// In his words.
  List<String> of(Transaction transaction, UUID restaurantId, UUID customerId);
}
