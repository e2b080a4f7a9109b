package com.crmres.server.ordering.cart;

import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Makes an open cart true again after the menu changed under it.
final class CartSweeping {

  private final Offers offers;
  private final CartStore carts;
  private final Clock clock;

  CartSweeping(Offers offers, CartStore carts, Clock clock) {
    this.offers = offers;
    this.carts = carts;
    this.clock = clock;
  }

  /// Takes out what is sold out, and forgets a read-back that no longer holds.
  ///
  /// @return empty if nothing about the cart had to change
  Optional<Swept> sweep(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return found(transaction, restaurantId, conversationId)
        .flatMap(open -> sweep(transaction, restaurantId, open));
  }

  /// Forgets the read-back of a cart that cannot be had as it was read; its lines stay, for people
  /// to talk about.
  ///
  /// @return whether there was one to forget
  boolean doubt(Transaction transaction, UUID restaurantId, UUID conversationId) {
    Optional<Cart> doubtful =
        found(transaction, restaurantId, conversationId)
            .filter(open -> open.kept().readBack() != null)
            .filter(open -> !gone(open).isEmpty() || !holds(open))
            .map(open -> open.kept().cart());
    doubtful.ifPresent(cart -> carts.forgetReadBack(transaction, restaurantId, cart.id()));
    return doubtful.isPresent();
  }

  private record Open(CartStore.Kept kept, Offer offer) {}

  private Optional<Open> found(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return carts
        .lockOpen(transaction, restaurantId, conversationId)
        .flatMap(cart -> carts.lock(transaction, restaurantId, conversationId, cart.id()))
        .filter(kept -> !kept.cart().isEmpty())
        // What changes an order keeps what that has already: its yes looks at the menu again.
        .filter(kept -> kept.cart().changes() == null)
        .map(kept -> new Open(kept, offers.now(transaction, restaurantId)));
  }

  private Optional<Swept> sweep(Transaction transaction, UUID restaurantId, Open open) {
    Cart cart = open.kept().cart();
    List<CartLine> gone = gone(open);
    if (gone.isEmpty() && holds(open)) {
      return Optional.empty();
    }
    List<CartLine> left = cart.lines().stream().filter(line -> !gone.contains(line)).toList();
    Cart after = cart.withLines(left).nextVersion();
    carts.change(transaction, restaurantId, after, clock.instant());
    return Optional.of(
        new Swept(
            forgotten(transaction, restaurantId, after),
            gone.stream().map(line -> gone(open.offer().menu(cart), line)).toList()));
  }

  private static List<CartLine> gone(Open open) {
    Cart cart = open.kept().cart();
    return cart.lines().stream().filter(line -> !open.offer().has(cart, line)).toList();
  }

  private static Swept.Gone gone(Menu menu, CartLine line) {
    return new Swept.Gone(line, Substitutes.of(menu, line.itemId()).map(MenuItem::id).orElse(null));
  }

  /// Whether what was read back would be read back in the same words now.
  private static boolean holds(Open open) {
    PricedCart read = open.kept().readBack();
    Cart cart = open.kept().cart();
    return read == null || read.equals(open.offer().price(cart));
  }

  private Cart forgotten(Transaction transaction, UUID restaurantId, Cart cart) {
    carts.forgetReadBack(transaction, restaurantId, cart.id());
    return cart;
  }
}
