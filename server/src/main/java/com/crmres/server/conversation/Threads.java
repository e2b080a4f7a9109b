package com.crmres.server.conversation;

import com.crmres.server.customer.Customers;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/// Finds or makes the thread of a customer on one of our numbers.
final class Threads {

  private final Customers customers;
  private final Clock clock;
  private final Ids ids;
  private final ConversationStore store = new ConversationStore();

  Threads(Customers customers, Clock clock, Ids ids) {
    this.customers = customers;
    this.clock = clock;
    this.ids = ids;
  }

  /// A customer and his thread on one of our numbers, which is locked.
  record Place(UUID customerId, UUID conversationId) {}

  /// Finds or makes the customer and his thread. Whoever became part of another meanwhile is that
  /// other.
  Place open(
      Transaction transaction,
      UUID restaurantId,
      Identifiers identifiers,
      String phoneNumberId,
      Instant at) {
    UUID customerId = customers.recognise(transaction, restaurantId, identifiers, at);
    UUID conversationId = open(transaction, restaurantId, customerId, phoneNumberId);
    UUID survivor = customers.survivor(transaction, restaurantId, customerId);
    return survivor.equals(customerId)
        ? new Place(customerId, conversationId)
        : new Place(survivor, open(transaction, restaurantId, survivor, phoneNumberId));
  }

  /// The thread, which is locked.
  UUID open(Transaction transaction, UUID restaurantId, UUID customerId, String phoneNumberId) {
    return store.open(
        transaction, restaurantId, ids.next(), customerId, phoneNumberId, clock.instant());
  }
}
