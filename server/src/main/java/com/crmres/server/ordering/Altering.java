package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.ConfirmResult;
import com.crmres.server.ordering.cart.Reopened;
import com.crmres.server.ordering.cart.Revision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes what orders hold that the kitchen has not begun: for a customer into the cart, and after
/// his yes out of it into the same order; for staff at once.
final class Altering {

  private final Carts carts;
  private final OrderStore store;
  private final Purse purse;
  private final Moving moving;
  private final Rules rules = new Rules();
  private final AlteredPlace able;

  Altering(Carts carts, OrderStore store, Purse purse, Moving moving) {
    this.carts = carts;
    this.store = store;
    this.purse = purse;
    this.moving = moving;
    this.able = new AlteredPlace(carts, store, purse);
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
    return carts.reopen(
        transaction,
        restaurantId,
        order.conversationId(),
        content(transaction, restaurantId, order, summary));
  }

  private Reopened content(
      Transaction transaction, UUID restaurantId, Order order, OrderSummary summary) {
    return new Reopened(
        order.id(),
        order.branchId(),
        order.fulfilment(),
        store.destination(transaction, restaurantId, order.id()),
        summary.contactPhone(),
        summary.note(),
        order.times().scheduledFor(),
        store.lines(transaction, restaurantId, order.id()).stream().map(Altering::line).toList());
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
    Optional<PlaceResult> unable = able.refusal(transaction, restaurantId, order, yes);
    if (unable.isPresent()) {
      return unable.get();
    }
    carts.markOrdered(transaction, restaurantId, yes.cart().id());
    OrderCommand command = new OrderCommand.Alter(OrderStore.scheduled(yes.cart(), yes.at()));
    Asked asked = new Asked(command, actor, null);
    return switch (moving.alter(transaction, restaurantId, order, content(yes), asked)) {
      case OrderResult.Moved(OrderSummary now) -> new PlaceResult.Altered(now);
      default -> throw new IllegalStateException("an order that may change did not: " + order.id());
    };
  }

  /// Staff make it something else, by the rules that bind the customer; only whether the branch
  /// lets customers do so is not asked. A change of the customer's own that is under way is put
  /// away: it was read against another order.
  ReviseResult revised(
      Transaction transaction,
      UUID restaurantId,
      Order order,
      OrderCommand.Revise wish,
      Actor actor,
      Once once) {
    if (!Moving.isAlterable(order.status())) {
      return new ReviseResult.Answered(
          new OrderResult.NotAllowed(order.status(), Refusal.WRONG_STATE));
    }
    OrderSummary summary = present(transaction, restaurantId, order.id());
    Unalterable tie = tie(transaction, restaurantId, order);
    if (tie != null) {
      return new ReviseResult.NotMade(new PlaceResult.NotAltered(summary, tie));
    }
    LineWishes wishes = LineWishes.of(wish.changes());
    Reopened content = content(transaction, restaurantId, order, summary);
    return switch (carts.revise(
        transaction, restaurantId, order.conversationId(), content, wishes.commands())) {
      case Revision.Refused(int command, CartResult.Reason reason) ->
          new ReviseResult.Refused(wishes.origins().get(command), reason);
      case Revision.Checked(ConfirmResult.Confirmed yes) ->
          able.refusal(transaction, restaurantId, order, yes)
              .<ReviseResult>map(ReviseResult.NotMade::new)
              .orElseGet(() -> {
                carts.putAwayChangesOf(transaction, restaurantId, order.id());
                return new ReviseResult.Answered(
                    moving.alter(
                        transaction,
                        restaurantId,
                        order,
                        content(yes),
                        new Asked(wish, actor, once)));
              });
      case Revision.Checked(ConfirmResult result) -> new ReviseResult.NotMade(notMade(result));
    };
  }

  private static PlaceResult notMade(ConfirmResult result) {
    return switch (result) {
      case ConfirmResult.Incomplete(var question) -> new PlaceResult.Incomplete(question);
      case ConfirmResult.SoldOut(var itemIds) -> new PlaceResult.SoldOut(itemIds);
      case ConfirmResult.Closed(var branchId) -> new PlaceResult.Closed(branchId);
      case ConfirmResult.Empty _ -> new PlaceResult.Empty();
      case ConfirmResult.Confirmed _, ConfirmResult.AlreadyOrdered _, ConfirmResult.Changed _ ->
          throw new IllegalStateException("nothing was read back, and it can be made");
    };
  }

  private static Moving.Content content(ConfirmResult.Confirmed yes) {
    return new Moving.Content(
        yes.cart(),
        yes.contactPhone(),
        Checkout.lines(yes.cart().lines(), yes.priced().lines()),
        yes.priced());
  }

  /// Why a customer cannot change an order by himself; null if he can.
  private @Nullable Unalterable refusal(Transaction transaction, UUID restaurantId, Order order) {
    if (!Moving.isAlterable(order.status())) {
      return Unalterable.TOO_LATE;
    }
    if (!rules.of(transaction, restaurantId, order.branchId()).changes()) {
      return Unalterable.NOT_HERE;
    }
    return tie(transaction, restaurantId, order);
  }

  /// What ties an order, whoever wants it changed.
  private @Nullable Unalterable tie(Transaction transaction, UUID restaurantId, Order order) {
    if (isPaidPast(transaction, restaurantId, order)
        || moving.isTied(transaction, restaurantId, order.id(), OrderFollower.Tie.PAID)) {
      return Unalterable.PAID;
    }
    return moving.isTied(transaction, restaurantId, order.id(), OrderFollower.Tie.AT_TILL)
        ? Unalterable.AT_TILL
        : null;
  }

  /// Whether money has come that nobody here can ask more of, or give back: a bank holds it, or
  /// staff noted it where no payments are kept.
  private boolean isPaidPast(Transaction transaction, UUID restaurantId, Order order) {
    Payment money = order.payment();
    boolean kept = purse.of(transaction, restaurantId, order.id(), money.total()).isPresent();
    return money.state() == OrderPaymentState.AUTHORISED
        || (!money.paid().equals(Money.ZERO) && !kept);
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
