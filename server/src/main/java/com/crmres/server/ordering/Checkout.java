package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.ConfirmResult;
import com.crmres.server.ordering.promise.Slots;
import com.crmres.server.restaurant.Branch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Turns a confirmed cart into an order, once.
final class Checkout {

  /// A branch that does not answer in this time loses the order.
  static final Duration ANSWER_WITHIN = Duration.ofMinutes(10);

  private final Carts carts;
  private final OrderStore orders;
  private final Purse purse;
  private final Altering altering;
  private final Ids ids;
  private final OrderHistory history = new OrderHistory();
  private final OrderNumbers numbers = new OrderNumbers();
  private final Slots slots = new Slots();
  private final OrderDeadlines deadlines = new OrderDeadlines();

  Checkout(Carts carts, OrderStore orders, Purse purse, Altering altering, Ids ids) {
    this.carts = carts;
    this.orders = orders;
    this.purse = purse;
    this.altering = altering;
    this.ids = ids;
  }

  /// Who confirms which version of which cart.
  record Confirmation(
      UUID conversationId, UUID customerId, UUID cartId, int version, Actor actor) {}

  /// Places the order, once: the cart's lock lets one confirmation through, the next finds the
  /// order.
  PlaceResult place(Transaction transaction, UUID restaurantId, Confirmation confirmation) {
    ConfirmResult result =
        carts.confirm(
            transaction,
            restaurantId,
            confirmation.conversationId(),
            confirmation.cartId(),
            confirmation.version());
    return switch (result) {
      case ConfirmResult.Confirmed confirmed ->
          confirmed.cart().changes() == null
              ? placed(transaction, restaurantId, confirmed, confirmation)
              : altering.confirmed(transaction, restaurantId, confirmed, confirmation.actor());
      case ConfirmResult.AlreadyOrdered(UUID cartId) ->
          new PlaceResult.AlreadyPlaced(
              orders.ofCart(transaction, restaurantId, cartId).orElseThrow());
      case ConfirmResult.Changed(var cart) -> new PlaceResult.Changed(cart);
      case ConfirmResult.Incomplete(var question) -> new PlaceResult.Incomplete(question);
      case ConfirmResult.SoldOut(var itemIds) -> new PlaceResult.SoldOut(itemIds);
      case ConfirmResult.Closed(var branchId) -> new PlaceResult.Closed(branchId);
      case ConfirmResult.Empty _ -> nothing(transaction, restaurantId, confirmation.cartId());
    };
  }

  /// A cart that was to change an order is put away when the kitchen begins.
  private PlaceResult nothing(Transaction transaction, UUID restaurantId, UUID cartId) {
    return orders
        .ofCart(transaction, restaurantId, cartId)
        .filter(order -> !Moving.isAlterable(order.status()))
        .<PlaceResult>map(order -> new PlaceResult.NotAltered(order, Unalterable.TOO_LATE))
        .orElseGet(PlaceResult.Empty::new);
  }

  private PlaceResult placed(
      Transaction transaction,
      UUID restaurantId,
      ConfirmResult.Confirmed confirmed,
      Confirmation confirmation) {
    UUID branchId = confirmed.branch().id();
    if (!purse.takes(transaction, restaurantId, branchId, confirmed.priced().total())) {
      return new PlaceResult.NotPayable(branchId, confirmed.priced().total());
    }
    UUID orderId = ids.next();
    Optional<PlaceResult> full = reserve(transaction, restaurantId, confirmed, orderId);
    if (full.isPresent()) {
      return full.get();
    }
    OrderStore.Placing order = placing(transaction, restaurantId, confirmed, confirmation, orderId);
    orders.add(transaction, restaurantId, order, confirmed.at());
    history.add(
        transaction,
        restaurantId,
        OrderHistory.Step.placing(order.id(), confirmation.actor()),
        confirmed.at());
    deadlines.set(transaction, restaurantId, order.id(), confirmed.at().plus(ANSWER_WITHIN));
    carts.markOrdered(transaction, restaurantId, confirmed.cart().id());
    return new PlaceResult.Placed(
        orders.summary(transaction, restaurantId, order.id()).orElseThrow());
  }

  /// Keeps a place in the quarter in which the order will be ready.
  private Optional<PlaceResult> reserve(
      Transaction transaction, UUID restaurantId, ConfirmResult.Confirmed confirmed, UUID orderId) {
    Instant wanted = confirmed.cart().wantedAt();
    boolean later = wanted != null && wanted.isAfter(confirmed.at());
    Instant ready = carts.readyAt(transaction, restaurantId, confirmed.cart()).orElseThrow();
    int minutes =
        Slots.kitchenMinutes(confirmed.cart().lines().stream().mapToInt(CartLine::quantity).sum());
    Branch branch = confirmed.branch();
    return slots
            .reserve(transaction, restaurantId, branch, orderId, ready, minutes, later)
            .isPresent()
        ? Optional.empty()
        : Optional.of(
            new PlaceResult.Full(
                branch.id(),
                slots.free(transaction, restaurantId, branch, ready, minutes, Carts.OFFERED)));
  }

  private OrderStore.Placing placing(
      Transaction transaction,
      UUID restaurantId,
      ConfirmResult.Confirmed confirmed,
      Confirmation confirmation,
      UUID orderId) {
    LocalDate day = confirmed.branch().dateAt(confirmed.at());
    return new OrderStore.Placing(
        orderId,
        confirmation.conversationId(),
        confirmation.customerId(),
        confirmed.branch().id(),
        day,
        numbers.next(transaction, restaurantId, confirmed.branch(), day),
        confirmed.cart(),
        confirmed.contactPhone(),
        lines(confirmed.cart().lines(), confirmed.priced().lines()),
        confirmed.priced().deliveryFee(),
        confirmed.priced().total(),
        confirmed.priced().vat());
  }

  /// Both lists have the cart's order: nothing is missing from the menu any more.
  static List<OrderLine> lines(List<CartLine> lines, List<OrderSummary.Line> sold) {
    return IntStream.range(0, sold.size())
        .mapToObj(index -> OrderLine.of(lines.get(index), sold.get(index)))
        .toList();
  }
}
