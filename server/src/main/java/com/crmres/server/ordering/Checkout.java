package com.crmres.server.ordering;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menu;
import com.crmres.server.restaurant.Branch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Turns a confirmed cart into an order: exactly the version and the prices the customer was read.
final class Checkout {

  /// An older read-back is read once more before it counts.
  private static final Duration READ_BACK_LASTS = Duration.ofMinutes(20);

  /// A branch that does not answer in this time loses the order.
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(10);

  private final Offers offers;
  private final OrderStore orders;
  private final Clock clock;
  private final Ids ids;
  private final CartStore carts = new CartStore();
  private final OrderHistory history = new OrderHistory();
  private final OrderNumbers numbers = new OrderNumbers();
  private final OrderDeadlines deadlines = new OrderDeadlines();

  Checkout(Offers offers, OrderStore orders, Clock clock, Ids ids) {
    this.offers = offers;
    this.orders = orders;
    this.clock = clock;
    this.ids = ids;
  }

  /// Who confirms which version of which cart.
  record Confirmation(
      UUID conversationId, UUID customerId, UUID cartId, int version, Actor actor) {}

  /// Places the order, once: the cart's lock lets one confirmation through, the next finds the
  /// order.
  PlaceResult place(Transaction transaction, UUID restaurantId, Confirmation confirmation) {
    Optional<CartStore.Kept> found =
        carts.lock(transaction, restaurantId, confirmation.conversationId(), confirmation.cartId());
    if (found.isEmpty() || found.get().cart().isEmpty()) {
      return new PlaceResult.Empty();
    }
    CartStore.Kept kept = found.get();
    if (kept.ordered()) {
      return new PlaceResult.AlreadyPlaced(
          orders.ofCart(transaction, restaurantId, kept.cart().id()).orElseThrow());
    }
    Offer offer = offers.now(transaction, restaurantId);
    return refusal(transaction, restaurantId, kept, offer, confirmation.version())
        .orElseGet(() -> placed(transaction, restaurantId, kept.cart(), offer, confirmation));
  }

  private Optional<PlaceResult> refusal(
      Transaction transaction,
      UUID restaurantId,
      CartStore.Kept kept,
      Offer offer,
      int confirmedVersion) {
    Cart cart = kept.cart();
    if (!isReadBack(kept, confirmedVersion)) {
      return Optional.of(new PlaceResult.Changed(cart));
    }
    Optional<CartResult.Question> question =
        new CartQuestions(offer, contactPhone(transaction, restaurantId, cart) != null).next(cart);
    if (question.isPresent()) {
      return Optional.of(new PlaceResult.Incomplete(question.get()));
    }
    Branch branch = branch(offer, cart);
    if (!branch.isOpen(offer.at())) {
      return Optional.of(new PlaceResult.Closed(branch.id()));
    }
    List<CartLine> gone = soldOut(cart, offer.menu(cart));
    if (!gone.isEmpty()) {
      return Optional.of(takeOut(transaction, restaurantId, cart, gone));
    }
    PricedCart priced = Pricing.price(cart, offer.menu(cart));
    return priced.equals(kept.readBack())
        ? Optional.empty()
        : Optional.of(new PlaceResult.Changed(cart));
  }

  private boolean isReadBack(CartStore.Kept kept, int confirmedVersion) {
    Integer readBack = kept.cart().readBackVersion();
    Instant at = kept.readBackAt();
    return readBack != null
        && readBack == confirmedVersion
        && readBack == kept.cart().version()
        && at != null
        && clock.instant().isBefore(at.plus(READ_BACK_LASTS));
  }

  private static List<CartLine> soldOut(Cart cart, Menu menu) {
    return cart.lines().stream().filter(line -> !isLeft(line, menu)).toList();
  }

  /// Whether there is some left of the item, and of each chosen option.
  private static boolean isLeft(CartLine line, Menu menu) {
    return menu.item(line.itemId())
        .map(item -> item.available() && new Choices(item, line.optionIds()).allAvailable())
        .orElse(false);
  }

  private PlaceResult takeOut(
      Transaction transaction, UUID restaurantId, Cart cart, List<CartLine> gone) {
    List<CartLine> left = cart.lines().stream().filter(line -> !gone.contains(line)).toList();
    carts.change(transaction, restaurantId, cart.withLines(left).nextVersion(), clock.instant());
    return new PlaceResult.SoldOut(gone.stream().map(CartLine::itemId).distinct().toList());
  }

  private PlaceResult placed(
      Transaction transaction,
      UUID restaurantId,
      Cart cart,
      Offer offer,
      Confirmation confirmation) {
    OrderStore.Placing order = placing(transaction, restaurantId, cart, offer, confirmation);
    orders.add(transaction, restaurantId, order, offer.at());
    history.add(transaction, restaurantId, placing(order, confirmation.actor()), offer.at());
    deadlines.set(transaction, restaurantId, order.id(), offer.at().plus(ANSWER_WITHIN));
    carts.markOrdered(transaction, restaurantId, cart.id(), offer.at());
    return new PlaceResult.Placed(
        orders.summary(transaction, restaurantId, order.id()).orElseThrow());
  }

  private OrderStore.Placing placing(
      Transaction transaction,
      UUID restaurantId,
      Cart cart,
      Offer offer,
      Confirmation confirmation) {
    Branch branch = branch(offer, cart);
    var day = branch.dateAt(offer.at());
    PricedCart priced = Pricing.price(cart, offer.menu(cart));
    return new OrderStore.Placing(
        ids.next(),
        confirmation.conversationId(),
        confirmation.customerId(),
        branch.id(),
        day,
        numbers.next(transaction, restaurantId, branch, day),
        cart,
        cart.fulfilment() == Fulfilment.DELIVERY
            ? contactPhone(transaction, restaurantId, cart)
            : null,
        lines(cart, priced.lines()),
        priced.total(),
        priced.vat());
  }

  private @Nullable String contactPhone(Transaction transaction, UUID restaurantId, Cart cart) {
    String said = cart.contactPhone();
    return said != null
        ? said
        : carts.customerPhone(transaction, restaurantId, cart.id()).orElse(null);
  }

  /// Both lists have the cart's order: nothing is missing from the menu any more.
  private static List<OrderLine> lines(Cart cart, List<OrderSummary.Line> sold) {
    return IntStream.range(0, sold.size())
        .mapToObj(index -> line(cart.lines().get(index), sold.get(index)))
        .toList();
  }

  private static OrderLine line(CartLine line, OrderSummary.Line sold) {
    return new OrderLine(line.itemId(), line.optionIds(), line.person(), line.evidence(), sold);
  }

  private static OrderHistory.Step placing(OrderStore.Placing order, Actor actor) {
    return new OrderHistory.Step(order.id(), 1, actor, null, OrderStatus.PENDING, null, null, null);
  }

  private static Branch branch(Offer offer, Cart cart) {
    UUID branchId = Objects.requireNonNull(cart.branchId());
    return offer.branch(branchId).orElseThrow();
  }
}
