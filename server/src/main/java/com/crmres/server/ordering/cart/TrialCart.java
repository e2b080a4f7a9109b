package com.crmres.server.ordering.cart;

import com.crmres.server.menu.Menu;
import com.crmres.server.restaurant.Branch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// A cart that is kept nowhere, changed by the rules of those that are: it shows what would come of
/// a command.
public final class TrialCart {

  private final CartRules rules;
  private final Offer offer;
  private Cart cart;

  /// A trial of changes to a cart in a restaurant of one branch.
  ///
  /// @param ids makes the ids of new lines
  public TrialCart(Cart cart, Menu menu, Branch branch, Instant at, Supplier<UUID> ids) {
    this.offer = new Offer(List.of(branch), _ -> menu, at);
    this.rules = new CartRules(offer, ids::get);
    this.cart = cart;
  }

  /// As it would be now.
  public Cart cart() {
    return cart;
  }

  /// Changes it if the rules allow that.
  public CartResult apply(CartCommand command) {
    CartResult result = rules.apply(cart, command);
    if (result instanceof CartResult.Changed(Cart changed)) {
      cart = changed;
    }
    return result;
  }

  /// What it would cost.
  public PricedCart price() {
    return offer.price(cart);
  }

  /// Remembers that this version was shown with its prices.
  public void markReadBack() {
    cart = cart.readBack();
  }

  /// What would have to be asked next of a customer whose number is known.
  public Optional<CartResult.Question> openQuestion() {
    return new CartQuestions(offer, true).next(cart);
  }
}
