package com.crmres.server.assistant.desk;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.assistant.Desk.Served;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.Menu;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.PricedCart;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurant;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The desk as one customer meets it, in a house that keeps nothing: for trying out conversations.
public final class TrialDesk {

  /// From which the customer writes; it is nobody's.
  public static final String PHONE = TrialCounter.PHONE;

  private final TrialCounter counter;
  private final Speech speech = new Speech();

  /// A desk in a restaurant of one branch, where time stands still.
  ///
  /// @param ids makes the ids of carts, lines and orders
  public TrialDesk(
      Restaurant restaurant, Branch branch, Menu menu, Instant now, Supplier<UUID> ids) {
    this.counter = new TrialCounter(restaurant, branch, menu, now, ids);
  }

  /// The cart as it is now.
  public Cart cart() {
    return counter.cart();
  }

  /// Whether an order was placed.
  public boolean hasOrder() {
    return counter.lastOrder().isPresent();
  }

  /// The order placed last.
  public Optional<OrderSummary> order() {
    return counter.lastOrder();
  }

  /// What the cart costs now.
  public PricedCart prices() {
    return counter.price(counter.cart());
  }

  /// Serves a turn as the real desk does.
  public Served serve(Turn turn, Reading reading) {
    Restaurant restaurant = counter.restaurant();
    Voice voice = speech.voice(reading.language(), restaurant.personality(), restaurant.name());
    return new Visit(counter, voice, turn, reading).serve();
  }
}
