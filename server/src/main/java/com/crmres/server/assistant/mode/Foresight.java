package com.crmres.server.assistant.mode;

import com.crmres.server.assistant.Desk;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.assistant.Reading;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.restaurant.Restaurants;
import java.util.List;
import java.util.UUID;

/// Serves a turn and says what that changes. Whoever only wants to know undoes it: nothing but the
/// desk itself could tell what the desk would do.
public final class Foresight {

  private final Dialogue dialogue;
  private final Carts carts;
  private final Orders orders;
  private final Restaurants restaurants;

  public Foresight(Dialogue dialogue, Carts carts, Orders orders, Restaurants restaurants) {
    this.dialogue = dialogue;
    this.carts = carts;
    this.orders = orders;
    this.restaurants = restaurants;
  }

  /// What came of serving a turn.
  record Foreseen(Desk.Served served, List<Change> changes) {
    Foreseen {
      changes = List.copyOf(changes);
    }

    /// Whether it does nothing at all.
    boolean isNothing() {
      return served.answers().isEmpty() && changes.isEmpty() && served.handOver() == null;
    }
  }

  /// What would come of it; nothing has happened afterwards.
  Foreseen foresee(
      Transaction transaction, UUID restaurantId, Dialogue.Question question, Reading reading) {
    return transaction.attempt(
        () -> serve(transaction, restaurantId, question, reading), _ -> false);
  }

  Foreseen serve(
      Transaction transaction, UUID restaurantId, Dialogue.Question question, Reading reading) {
    UUID conversationId = question.turn().conversationId();
    Till before = till(transaction, restaurantId, conversationId);
    Desk.Served served = dialogue.serve(transaction, restaurantId, question, reading);
    Till after = till(transaction, restaurantId, conversationId);
    return new Foreseen(served, after.since(before));
  }

  private Till till(Transaction transaction, UUID restaurantId, UUID conversationId) {
    Cart cart = carts.current(transaction, restaurantId, conversationId);
    return new Till(
        cart,
        carts.price(transaction, restaurantId, cart),
        orders.ofConversation(transaction, restaurantId, conversationId),
        restaurants.branches(transaction, restaurantId));
  }
}
