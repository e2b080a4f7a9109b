package com.crmres.server.assistant.desk;

import com.crmres.server.assistant.Desk;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.restaurant.Restaurant;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.util.UUID;

/// The desk at which customers are served: the rules decide, the bundles have the words.
public final class FrontDesk implements Desk {

  private final Counter.Opening counters;
  private final Speech speech;

  /// The desk of the house.
  public FrontDesk(
      Carts carts,
      Orders orders,
      Conversations conversations,
      Restaurants restaurants,
      Clock clock) {
    this(
        opening(new HouseCounter.House(carts, orders, conversations, restaurants, clock)),
        new Speech());
  }

  FrontDesk(Counter.Opening counters, Speech speech) {
    this.counters = counters;
    this.speech = speech;
  }

  private static Counter.Opening opening(HouseCounter.House house) {
    return (transaction, restaurantId, conversationId) ->
        new HouseCounter(house, transaction, restaurantId, conversationId);
  }

  @Override
  public Served serve(Transaction transaction, UUID restaurantId, Turn turn, Reading reading) {
    Counter counter = counters.open(transaction, restaurantId, turn.conversationId());
    Restaurant restaurant = counter.restaurant();
    Voice voice = speech.voice(reading.language(), restaurant.personality(), restaurant.name());
    return new Visit(counter, voice, turn, reading).serve();
  }
}
