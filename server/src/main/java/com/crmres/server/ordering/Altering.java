package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.ConfirmResult;
import com.crmres.server.ordering.cart.Reopened;
import com.crmres.server.ordering.promise.Slots;
import com.crmres.server.restaurant.Branch;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Lets customers change orders that the kitchen has not begun: into the cart, and after their yes
/// out of it into the same order.
final class Altering {

  private final Carts carts;
  private final OrderStore store;
  private final Moving moving;
  private final Rules rules = new Rules();
  private final Slots slots = new Slots();

  Altering(Carts carts, OrderStore store, Moving moving) {
    this.carts = carts;
    this.store = store;
    this.moving = moving;
  }

  /// Puts the newest open order of a conversation into its cart. The conversation is locked.
  AlterResult open(Transaction transaction, UUID restaurantId, List<OrderSummary> newestFirst) {
    Optional<OrderSummary> last =
        newestFirst.stream().filter(order -> !isOver(order.status())).findFirst();
    if (last.isEmpty()) {
      return new AlterResult.Refused(null, Unalterable.NONE);
    }
    OrderSummary summary = last.get();
    Order order = store.lock(transaction, restaurantId, summary.id()).orElseThrow();
    Unalterable why = refusal(transaction, restaurantId, order);
    return why == null
        ? new AlterResult.Opened(summary, reopened(transaction, restaurantId, order, summary))
        : new AlterResult.Refused(summary, why);
  }

  private Cart reopened(
      Transaction transaction, UUID restaurantId, Order order, OrderSummary summary) {
    Reopened content =
        new Reopened(
            order.id(),
            order.branchId(),
            order.fulfilment(),
            store.destination(transaction, restaurantId, order.id()),
            summary.contactPhone(),
            summary.note(),
            order.times().scheduledFor(),
            store.lines(transaction, restaurantId, order.id()).stream()
                .map(Altering::line)
                .toList());
    return carts.reopen(transaction, restaurantId, order.conversationId(), content);
  }

  private static Reopened.Line line(OrderLine line) {
    return new Reopened.Line(
        line.id(),
        line.itemId(),
        line.sold().quantity(),
        line.optionIds(),
        line.sold().note(),
        line.person(),
        line.evidence(),
        line.preModified());
  }

  /// The customer's yes to what his order shall be instead. Whoever begins to cook it and whoever
  /// changes it wait for each other: one of them comes first, and the other sees that.
  PlaceResult confirmed(
      Transaction transaction, UUID restaurantId, ConfirmResult.Confirmed yes, Actor actor) {
    UUID orderId = Objects.requireNonNull(yes.cart().changes());
    Order order = store.lock(transaction, restaurantId, orderId).orElseThrow();
    Unalterable why =
        yes.branch().id().equals(order.branchId())
            ? refusal(transaction, restaurantId, order)
            : Unalterable.OTHER_BRANCH;
    if (why != null) {
      carts.putAway(transaction, restaurantId, yes.cart().id());
      return new PlaceResult.NotAltered(present(transaction, restaurantId, orderId), why);
    }
    return keepPlace(transaction, restaurantId, order, yes)
        .orElseGet(() -> altered(transaction, restaurantId, order, yes, actor));
  }

  private PlaceResult altered(
      Transaction transaction,
      UUID restaurantId,
      Order order,
      ConfirmResult.Confirmed yes,
      Actor actor) {
    Moving.Content content =
        new Moving.Content(
            yes.cart(),
            OrderStore.scheduled(yes.cart(), yes.at()),
            yes.contactPhone(),
            Checkout.lines(yes.cart().lines(), yes.priced().lines()),
            yes.priced());
    carts.markOrdered(transaction, restaurantId, yes.cart().id());
    return switch (moving.alter(transaction, restaurantId, order, content, actor)) {
      case OrderResult.Moved(OrderSummary now) -> new PlaceResult.Altered(now);
      default -> throw new IllegalStateException("an order that may change did not: " + order.id());
    };
  }

  /// Takes the place in the kitchen's time that the changed order needs, instead of the one it has:
  /// both or none. What is not larger, and for the same time, needs no other.
  private Optional<PlaceResult> keepPlace(
      Transaction transaction, UUID restaurantId, Order order, ConfirmResult.Confirmed yes) {
    Instant wanted = OrderStore.scheduled(yes.cart(), yes.at());
    boolean sameTime = Objects.equals(wanted, order.times().scheduledFor());
    Instant ready = carts.readyAt(transaction, restaurantId, yes.cart()).orElseThrow();
    Instant from =
        sameTime ? slots.claimed(transaction, restaurantId, order.id()).orElse(ready) : ready;
    int before =
        minutes(
            store.lines(transaction, restaurantId, order.id()).stream()
                .mapToInt(line -> line.sold().quantity()));
    int minutes = minutes(yes.cart().lines().stream().mapToInt(CartLine::quantity));
    if (sameTime && minutes == before) {
      return Optional.empty();
    }
    Branch branch = yes.branch();
    Optional<Instant> taken =
        transaction.attempt(
            () -> {
              slots.release(transaction, restaurantId, order.id());
              return slots.reserve(
                  transaction, restaurantId, branch, order.id(), from, minutes, wanted != null);
            },
            Optional::isPresent);
    return taken.isPresent() || (sameTime && minutes < before)
        ? Optional.empty()
        : Optional.of(
            new PlaceResult.Full(
                branch.id(),
                slots.free(transaction, restaurantId, branch, from, minutes, Checkout.OFFERED)));
  }

  private static int minutes(IntStream quantities) {
    return Slots.kitchenMinutes(quantities.sum());
  }

  /// Why a customer cannot change an order by himself; null if he can.
  private @Nullable Unalterable refusal(Transaction transaction, UUID restaurantId, Order order) {
    if (!Moving.isAlterable(order.status())) {
      return Unalterable.TOO_LATE;
    }
    if (!rules.of(transaction, restaurantId, order.branchId()).changes()) {
      return Unalterable.NOT_HERE;
    }
    if (isPaid(order.payment())
        || moving.isTied(transaction, restaurantId, order.id(), OrderFollower.Tie.PAID)) {
      return Unalterable.PAID;
    }
    return moving.isTied(transaction, restaurantId, order.id(), OrderFollower.Tie.AT_TILL)
        ? Unalterable.AT_TILL
        : null;
  }

  private static boolean isPaid(Payment payment) {
    return !payment.paid().equals(Money.ZERO) || payment.state() == OrderPaymentState.AUTHORISED;
  }

  private static boolean isOver(OrderStatus status) {
    return switch (status) {
      case DELIVERED, REJECTED, EXPIRED, CANCELLED -> true;
      case PENDING,
          CONFIRMED,
          PREPARING,
          READY,
          OUT_FOR_DELIVERY,
          CANCEL_REQUESTED,
          DELIVERY_FAILED ->
          false;
    };
  }

  private OrderSummary present(Transaction transaction, UUID restaurantId, UUID orderId) {
    return store.summary(transaction, restaurantId, orderId).orElseThrow();
  }
}
