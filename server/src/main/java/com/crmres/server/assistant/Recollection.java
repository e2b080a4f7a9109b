package com.crmres.server.assistant;

import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;

/// Recalls what went before a turn.
@FunctionalInterface
public interface Recollection {

  /// Of a house that remembers nothing.
  Recollection NONE = (_, _, _) -> Past.NONE;

  Past past(Transaction transaction, UUID restaurantId, Wish wish);

  /// The turn whose past is asked for.
  ///
  /// @param answeredThrough the place of what was answered last; what the customer said after it is
  ///   no past
  /// @param said what is to be answered now
  record Wish(UUID conversationId, long answeredThrough, List<Turn.Said> said) {
    public Wish {
      said = List.copyOf(said);
    }
  }
}
