package com.crmres.server.ordering;

import com.crmres.common.conversation.ConversationType;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The orders of a restaurant: placed once, then moved by the table of transitions only.
///
/// History, customer and screens are told in the transaction that moves an order.
public final class Orders {

  private static final int SHOWN_OF_CONVERSATION = 20;

  /// A board keeps what is over for a while, for customers who come back with a question.
  private static final Duration FINISHED_STAYS = Duration.ofHours(2);

  private final Conversations conversations;
  private final EventLog events;
  private final Clock clock;
  private final Checkout checkout;
  private final CustomerNotice notice;
  private final OrderStore store = new OrderStore();
  private final OrderHistory history = new OrderHistory();
  private final OrderDeadlines deadlines = new OrderDeadlines();
  private final Restaurants restaurants;
  private final List<OrderFollower> followers;

  public Orders(
      Restaurants restaurants,
      Carts carts,
      Conversations conversations,
      EventLog events,
      List<OrderFollower> followers,
      Clock clock,
      Ids ids) {
    this.restaurants = restaurants;
    this.conversations = conversations;
    this.events = events;
    this.clock = clock;
    this.checkout = new Checkout(carts, store, ids);
    this.followers = List.copyOf(followers);
    this.notice = new CustomerNotice(restaurants, conversations, clock);
  }

  /// Makes an order of the cart, if `version` is what the customer was read and nothing has changed
  /// since. However often and from however many sides it is asked, a cart becomes one order.
  public PlaceResult place(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      UUID cartId,
      int version,
      Actor actor) {
    // Conversation before cart and order, here and in apply: one order of locks, no deadlock.
    UUID customerId = conversations.lock(transaction, restaurantId, conversationId).customer().id();
    PlaceResult result =
        checkout.place(
            transaction,
            restaurantId,
            new Checkout.Confirmation(conversationId, customerId, cartId, version, actor));
    if (result instanceof PlaceResult.Placed(OrderSummary order)) {
      conversations.belongsTo(transaction, restaurantId, conversationId, order.branchId());
      conversations.isAbout(transaction, restaurantId, conversationId, ConversationType.ORDER);
      tellScreens(transaction, restaurantId, order);
      tellFollowers(transaction, restaurantId, order, null, actor);
    }
    return result;
  }

  /// Moves an order as it stands now; for the assistant and for clocks.
  public OrderResult apply(
      Transaction transaction, UUID restaurantId, UUID orderId, OrderCommand command, Actor actor) {
    return lock(transaction, restaurantId, orderId)
        .map(order -> move(transaction, restaurantId, order, command, actor, null))
        .orElseGet(OrderResult.NotFound::new);
  }

  /// Moves an order as its sender saw it; the same command again is answered and changes nothing.
  OrderResult apply(
      Transaction transaction,
      UUID restaurantId,
      UUID orderId,
      OrderCommand command,
      Actor actor,
      Once once) {
    Optional<Order> locked = lock(transaction, restaurantId, orderId);
    if (locked.isEmpty()) {
      return new OrderResult.NotFound();
    }
    Optional<OrderHistory.Asked> before =
        history.asked(transaction, restaurantId, once.commandId());
    if (before.isPresent()) {
      boolean same = before.get().equals(new OrderHistory.Asked(orderId, command.toString()));
      return same
          ? new OrderResult.Moved(present(transaction, restaurantId, orderId))
          : new OrderResult.CommandReused();
    }
    if (locked.get().version() != once.expectedVersion()) {
      return new OrderResult.ChangedMeanwhile(present(transaction, restaurantId, orderId));
    }
    return move(transaction, restaurantId, locked.get(), command, actor, once);
  }

  public Optional<OrderSummary> find(Transaction transaction, UUID restaurantId, UUID orderId) {
    return store.summary(transaction, restaurantId, orderId);
  }

  /// The newest orders of a conversation, newest first.
  public List<OrderSummary> ofConversation(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    return store.ofConversation(transaction, restaurantId, conversationId, SHOWN_OF_CONVERSATION);
  }

  /// Orders of branches, oldest first.
  ///
  /// @param statuses empty for every open one, and those finished in the last two hours
  /// @param after the last order of the part before
  public List<OrderSummary> list(
      Transaction transaction,
      UUID restaurantId,
      Set<UUID> branchIds,
      Set<OrderStatus> statuses,
      @Nullable UUID after,
      int limit) {
    OrderStore.Filter filter =
        new OrderStore.Filter(
            branchIds, statuses, clock.instant().minus(FINISHED_STAYS), after, limit);
    return store.list(transaction, restaurantId, filter);
  }

  private Optional<Order> lock(Transaction transaction, UUID restaurantId, UUID orderId) {
    Optional<Order> found = store.find(transaction, restaurantId, orderId);
    found.ifPresent(order -> conversations.lock(transaction, restaurantId, order.conversationId()));
    return found.flatMap(_ -> store.lock(transaction, restaurantId, orderId));
  }

  private OrderResult move(
      Transaction transaction,
      UUID restaurantId,
      Order order,
      OrderCommand command,
      Actor actor,
      @Nullable Once once) {
    Optional<Transition> allowed =
        Transition.of(order.status(), order.fulfilment(), order.before(), command);
    if (allowed.isEmpty()) {
      return new OrderResult.NotAllowed(order.status());
    }
    Order moved =
        order.moved(
            allowed.get(),
            command,
            minutes(transaction, restaurantId, order, command),
            clock.instant());
    if (!history.add(
        transaction, restaurantId, step(order, moved, command, actor, once), clock.instant())) {
      return new OrderResult.CommandReused();
    }
    if (!store.move(transaction, restaurantId, order.status(), moved, clock.instant())) {
      throw new IllegalStateException("a locked order moved: " + order.id());
    }
    return new OrderResult.Moved(tell(transaction, restaurantId, allowed.get(), moved, actor));
  }

  private OrderSummary tell(
      Transaction transaction, UUID restaurantId, Transition transition, Order moved, Actor actor) {
    if (transition.source() == OrderStatus.PENDING) {
      deadlines.lift(transaction, restaurantId, moved.id());
    }
    OrderSummary order = present(transaction, restaurantId, moved.id());
    tellScreens(transaction, restaurantId, order);
    notice.tell(transaction, restaurantId, transition, moved);
    tellFollowers(transaction, restaurantId, order, transition.source(), actor);
    return order;
  }

  private void tellFollowers(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      @Nullable OrderStatus from,
      Actor actor) {
    if (followers.isEmpty()) {
      return;
    }
    List<OrderLine> lines = store.lines(transaction, restaurantId, order.id());
    OrderStep step = new OrderStep(order, lines, from, actor, order.reason(), clock.instant());
    followers.forEach(follower -> follower.follow(transaction, restaurantId, step));
  }

  private void tellScreens(Transaction transaction, UUID restaurantId, OrderSummary order) {
    events.append(transaction, restaurantId, order.branchId(), new LiveEvent.OrderChanged(order));
  }

  private OrderSummary present(Transaction transaction, UUID restaurantId, UUID orderId) {
    return store.summary(transaction, restaurantId, orderId).orElseThrow();
  }

  private int minutes(
      Transaction transaction, UUID restaurantId, Order order, OrderCommand command) {
    if (command instanceof OrderCommand.Accept(Integer minutes) && minutes != null) {
      return minutes;
    }
    return restaurants
        .branch(transaction, restaurantId, order.branchId())
        .orElseThrow()
        .preparationMinutes();
  }

  private static OrderHistory.Step step(
      Order order, Order moved, OrderCommand command, Actor actor, @Nullable Once once) {
    return new OrderHistory.Step(
        order.id(),
        moved.version(),
        actor,
        order.status(),
        moved.status(),
        Order.reason(command),
        once == null ? null : once.commandId(),
        once == null ? null : command.toString());
  }
}
