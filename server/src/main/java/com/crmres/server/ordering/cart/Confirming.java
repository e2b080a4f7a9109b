package com.crmres.server.ordering.cart;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.database.Transaction;
import com.crmres.server.restaurant.Branch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks that a yes is meant for exactly the cart and the prices that were read back.
final class Confirming {

  /// An older read-back is read once more before it counts.
  private static final Duration READ_BACK_LASTS = Duration.ofMinutes(20);

  private final Offers offers;
  private final CartStore carts;
  private final Clock clock;

  Confirming(Offers offers, CartStore carts, Clock clock) {
    this.offers = offers;
    this.carts = carts;
    this.clock = clock;
  }

  ConfirmResult confirm(
      Transaction transaction, UUID restaurantId, UUID conversationId, UUID cartId, int version) {
    Optional<CartStore.Kept> found = carts.lock(transaction, restaurantId, conversationId, cartId);
    if (found.isEmpty() || found.get().cart().isEmpty()) {
      return new ConfirmResult.Empty();
    }
    CartStore.Kept kept = found.get();
    if (kept.ordered()) {
      return new ConfirmResult.AlreadyOrdered(kept.cart().id());
    }
    return isReadBack(kept, version)
        ? asRead(transaction, restaurantId, kept)
        : new ConfirmResult.Changed(kept.cart());
  }

  private ConfirmResult asRead(Transaction transaction, UUID restaurantId, CartStore.Kept kept) {
    Cart cart = kept.cart();
    Checked checked = checked(transaction, restaurantId, cart);
    if (checked.result() instanceof ConfirmResult.SoldOut) {
      return takeOut(transaction, restaurantId, cart, checked.gone());
    }
    return checked.result() instanceof ConfirmResult.Confirmed confirmed
            && !confirmed.priced().equals(kept.readBack())
        ? priceChanged(transaction, restaurantId, cart)
        : checked.result();
  }

  /// What would come of a yes to a cart as it stands, for what it costs now; nothing is kept.
  ConfirmResult now(Transaction transaction, UUID restaurantId, Cart cart) {
    return cart.isEmpty()
        ? new ConfirmResult.Empty()
        : checked(transaction, restaurantId, cart).result();
  }

  /// What would come of a yes.
  ///
  /// @param gone the lines of which there is none left
  private record Checked(ConfirmResult result, List<CartLine> gone) {
    Checked(ConfirmResult result) {
      this(result, List.of());
    }
  }

  private Checked checked(Transaction transaction, UUID restaurantId, Cart cart) {
    Offer offer = offers.now(transaction, restaurantId);
    String phone = contactPhone(transaction, restaurantId, cart);
    Optional<CartResult.Question> question = new CartQuestions(offer, phone != null).next(cart);
    if (question.isPresent()) {
      return new Checked(new ConfirmResult.Incomplete(question.get()));
    }
    Branch branch = offer.branch(Objects.requireNonNull(cart.branchId())).orElseThrow();
    if (!offer.takes(branch, cart)) {
      return new Checked(new ConfirmResult.Closed(branch.id()));
    }
    List<CartLine> had = had(transaction, restaurantId, cart);
    List<CartLine> gone =
        cart.lines().stream()
            .filter(line -> !offer.has(cart, line) && !isKept(offer, cart, line, had))
            .toList();
    if (gone.isEmpty()) {
      gone = offers.tooFew(transaction, restaurantId, branch.id(), cart);
    }
    return gone.isEmpty()
        ? new Checked(
            new ConfirmResult.Confirmed(
                cart, offer.price(cart), branch, called(cart, phone), offer.at()))
        : new Checked(
            new ConfirmResult.SoldOut(gone.stream().map(CartLine::itemId).distinct().toList()),
            gone);
  }

  /// The lines of the order that a cart changes, as they are now.
  private List<CartLine> had(Transaction transaction, UUID restaurantId, Cart cart) {
    UUID order = cart.changes();
    return order == null
        ? List.of()
        : carts.ofOrder(transaction, restaurantId, order).map(Cart::lines).orElse(List.of());
  }

  /// What the branch has taken on once stays, whatever has sold out since.
  private static boolean isKept(Offer offer, Cart cart, CartLine line, List<CartLine> had) {
    return offer.menu(cart).item(line.itemId()).isPresent()
        && had.stream()
            .anyMatch(old ->
                old.id().equals(line.id())
                    && old.itemId().equals(line.itemId())
                    && old.optionIds().equals(line.optionIds())
                    && old.quantity() >= line.quantity());
  }

  /// A version of its own, so that no button of before confirms what nobody has read.
  private ConfirmResult priceChanged(Transaction transaction, UUID restaurantId, Cart cart) {
    Cart next = cart.nextVersion();
    carts.change(transaction, restaurantId, next, clock.instant());
    return new ConfirmResult.Changed(next);
  }

  private static @Nullable String called(Cart cart, @Nullable String phone) {
    return cart.fulfilment() == Fulfilment.DELIVERY ? phone : null;
  }

  private boolean isReadBack(CartStore.Kept kept, int confirmedVersion) {
    Integer readBack = kept.cart().readBackVersion();
    Instant at = kept.readBackAt();
    return readBack != null
        && readBack == confirmedVersion
        && readBack == kept.cart().version()
        && at != null
        && counts(at, clock.instant());
  }

  /// Whether what was read back at a moment may still be confirmed.
  static boolean counts(Instant readAt, Instant now) {
    return now.isBefore(readAt.plus(READ_BACK_LASTS));
  }

  private ConfirmResult takeOut(
      Transaction transaction, UUID restaurantId, Cart cart, List<CartLine> gone) {
    List<CartLine> left = cart.lines().stream().filter(line -> !gone.contains(line)).toList();
    carts.change(transaction, restaurantId, cart.withLines(left).nextVersion(), clock.instant());
    return new ConfirmResult.SoldOut(gone.stream().map(CartLine::itemId).distinct().toList());
  }

  /// A cart that is to change an order may not be stored yet; the order's customer is the same.
  private @Nullable String contactPhone(Transaction transaction, UUID restaurantId, Cart cart) {
    String said = cart.contactPhone();
    UUID order = cart.changes();
    UUID known =
        order == null
            ? cart.id()
            : carts.ofOrder(transaction, restaurantId, order).map(Cart::id).orElse(cart.id());
    return said != null ? said : carts.customerPhone(transaction, restaurantId, known).orElse(null);
  }
}
