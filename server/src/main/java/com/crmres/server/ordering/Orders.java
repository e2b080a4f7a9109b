package com.crmres.server.ordering;

import com.crmres.common.conversation.ConversationType;
import com.crmres.common.ordering.AlarmRung;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderRules;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.restaurant.Standing;
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

  private final Restaurants restaurants;
  private final Conversations conversations;
  private final Clock clock;
  private final Checkout checkout;
  private final Moving moving;
  private final Altering altering;
  private final Rescue rescue;
  private final AutoAccept autoAccept = new AutoAccept();
  private final OrderTimers timers = new OrderTimers();
  private final OrderStore store = new OrderStore();
  private final OrderHistory history = new OrderHistory();
  private final Rules rules = new Rules();

  public Orders(
      Restaurants restaurants,
      Carts carts,
      Conversations conversations,
      EventLog events,
      List<OrderFollower> followers,
      Clock clock,
      Ids ids) {
    this(restaurants, carts, conversations, events, OrderPorts.of(followers), clock, ids);
  }

  public Orders(
      Restaurants restaurants,
      Carts carts,
      Conversations conversations,
      EventLog events,
      OrderPorts ports,
      Clock clock,
      Ids ids) {
    this.restaurants = restaurants;
    this.conversations = conversations;
    this.clock = clock;
    OtherBranches branches = new OtherBranches(restaurants, carts, store, clock);
    this.moving =
        new Moving(restaurants, conversations, events, ports, carts, store, branches, clock);
    this.altering = new Altering(carts, store, ports.purse(), moving);
    this.checkout = new Checkout(carts, store, ports.purse(), altering, ids);
    this.rescue = new Rescue(restaurants, conversations, branches);
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
      moving.placed(transaction, restaurantId, order, actor);
      count(transaction, restaurantId, order.id());
      OrderSummary owed = present(transaction, restaurantId, order.id());
      return new PlaceResult.Placed(acceptedByRule(transaction, restaurantId, owed));
    }
    return result;
  }

  /// Puts the newest open order of a conversation into its cart, for the customer to change; it
  /// changes when he has confirmed what it shall be instead.
  public AlterResult alter(Transaction transaction, UUID restaurantId, UUID conversationId) {
    conversations.lock(transaction, restaurantId, conversationId);
    return altering.open(
        transaction, restaurantId, ofConversation(transaction, restaurantId, conversationId));
  }

  /// The customer does not want an order any more: it is cancelled at once as far as the branch's
  /// rules need nobody's consent and no till has it, else the branch is asked.
  public OrderResult callOff(
      Transaction transaction, UUID restaurantId, UUID orderId, Actor actor) {
    Optional<Order> locked = lock(transaction, restaurantId, orderId);
    return locked
        .map(order -> {
          OrderCommand command =
              isFree(transaction, restaurantId, order)
                  ? new OrderCommand.Withdraw()
                  : new OrderCommand.AskToCancel();
          return moving.move(transaction, restaurantId, order, new Asked(command, actor, null));
        })
        .orElseGet(OrderResult.NotFound::new);
  }

  private boolean isFree(Transaction transaction, UUID restaurantId, Order order) {
    return order.status() == OrderStatus.CONFIRMED
        && rules.of(transaction, restaurantId, order.branchId()).cancels()
            == OrderRules.FreeCancelling.UNTIL_PREPARING
        && !moving.isTied(transaction, restaurantId, order.id(), OrderFollower.Tie.AT_TILL)
        && !moving.isTied(
            transaction, restaurantId, order.id(), OrderFollower.Tie.AT_TILL_THAT_FOLLOWS);
  }

  /// What a branch's rule accepts, nobody need look at.
  private OrderSummary acceptedByRule(
      Transaction transaction, UUID restaurantId, OrderSummary order) {
    if (isOutOfTheOrdinary(transaction, restaurantId, order)
        || !autoAccept.accepts(transaction, restaurantId, order)) {
      return order;
    }
    return apply(
                transaction,
                restaurantId,
                order.id(),
                new OrderCommand.AcceptByRule(),
                Actor.system())
            instanceof OrderResult.Moved(OrderSummary accepted)
        ? accepted
        : order;
  }

  /// A branch that said it is busy, or paused, decides itself about what reaches it all the same.
  private boolean isOutOfTheOrdinary(
      Transaction transaction, UUID restaurantId, OrderSummary order) {
    Branch branch = restaurants.branch(transaction, restaurantId, order.branchId()).orElseThrow();
    return switch (branch.standing(clock.instant())) {
      case Standing.Busy _, Standing.Paused _ -> true;
      case Standing.Open _, Standing.Closed _ -> false;
    };
  }

  /// Does what the clock asks of an order, unless another node did, or the order stands elsewhere
  /// by now.
  boolean strike(Transaction transaction, OrderTimers.Due due) {
    UUID restaurantId = due.restaurantId();
    OrderTimers.Timer timer = due.timer();
    Optional<Order> locked = lock(transaction, restaurantId, timer.orderId());
    if (!timers.take(transaction, due) || locked.isEmpty()) {
      return false;
    }
    Order order = locked.get();
    switch (timer.kind()) {
      case FIRE -> byClock(transaction, restaurantId, order, new OrderCommand.Fire());
      case COMPLETE -> byClock(transaction, restaurantId, order, new OrderCommand.Complete());
      case CANCEL_LATE ->
          byClock(transaction, restaurantId, order, new OrderCommand.MarkCancelLate());
      case ALARM -> ring(transaction, restaurantId, order, timer);
    }
    return true;
  }

  private void ring(
      Transaction transaction, UUID restaurantId, Order order, OrderTimers.Timer timer) {
    boolean rescued =
        moving.ring(transaction, restaurantId, order, timer)
            && timer.rung() == AlarmRung.RESCUE
            && byClock(transaction, restaurantId, order, new OrderCommand.OfferRescue());
    if (rescued) {
      rescue.ask(transaction, restaurantId, order);
    }
  }

  private boolean byClock(
      Transaction transaction, UUID restaurantId, Order order, OrderCommand command) {
    return moving.move(transaction, restaurantId, order, new Asked(command, Actor.system(), null))
        instanceof OrderResult.Moved;
  }

  /// Moves an order as it stands now; for the assistant and for clocks.
  public OrderResult apply(
      Transaction transaction, UUID restaurantId, UUID orderId, OrderCommand command, Actor actor) {
    return lock(transaction, restaurantId, orderId)
        .map(
            order -> moving.move(transaction, restaurantId, order, new Asked(command, actor, null)))
        .orElseGet(OrderResult.NotFound::new);
  }

  /// Why an order would not make a move now; nothing if it would. It only asks.
  public Optional<Refusal> refusal(
      Transaction transaction, UUID restaurantId, UUID orderId, OrderCommand command) {
    return store
        .find(transaction, restaurantId, orderId)
        .flatMap(order ->
            Machine.apply(order, command, 0, clock.instant())
                    instanceof Machine.Refused(Refusal refusal)
                ? Optional.of(refusal)
                : Optional.empty());
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
    return answered(transaction, restaurantId, orderId, locked, command, once)
        .orElseGet(() ->
            moving.move(
                transaction, restaurantId, locked.orElseThrow(), new Asked(command, actor, once)));
  }

  /// What is answered to whoever asks again, or too late; empty where it is to be done.
  private Optional<OrderResult> answered(
      Transaction transaction,
      UUID restaurantId,
      UUID orderId,
      Optional<Order> locked,
      OrderCommand command,
      Once once) {
    if (locked.isEmpty()) {
      return Optional.of(new OrderResult.NotFound());
    }
    Optional<OrderHistory.Asked> before =
        history.asked(transaction, restaurantId, once.commandId());
    if (before.isPresent()) {
      boolean same = before.get().equals(new OrderHistory.Asked(orderId, command.toString()));
      return Optional.of(
          same
              ? new OrderResult.Moved(present(transaction, restaurantId, orderId))
              : new OrderResult.CommandReused());
    }
    return locked.get().version() == once.expectedVersion()
        ? Optional.empty()
        : Optional.of(
            new OrderResult.ChangedMeanwhile(present(transaction, restaurantId, orderId)));
  }

  /// Staff change what an order holds as its sender saw it; the same command again is answered and
  /// changes nothing.
  ReviseResult revise(
      Transaction transaction,
      UUID restaurantId,
      UUID orderId,
      OrderCommand.Revise wish,
      Actor actor,
      Once once) {
    Optional<Order> locked = lock(transaction, restaurantId, orderId);
    return answered(transaction, restaurantId, orderId, locked, wish, once)
        .<ReviseResult>map(ReviseResult.Answered::new)
        .orElseGet(() ->
            altering.revised(transaction, restaurantId, locked.orElseThrow(), wish, actor, once));
  }

  /// An order as it stands, kept from others, with its conversation, until the transaction ends.
  public Optional<OrderSummary> hold(Transaction transaction, UUID restaurantId, UUID orderId) {
    return lock(transaction, restaurantId, orderId)
        .map(order -> present(transaction, restaurantId, order.id()));
  }

  /// Brings an order where its payments are; whoever moves a payment asks for it in his
  /// transaction.
  public void count(Transaction transaction, UUID restaurantId, UUID orderId) {
    lock(transaction, restaurantId, orderId)
        .ifPresent(order -> moving.count(transaction, restaurantId, order));
  }

  public Optional<OrderSummary> find(Transaction transaction, UUID restaurantId, UUID orderId) {
    return store.summary(transaction, restaurantId, orderId);
  }

  /// The lines of an order as they were sold.
  public List<OrderLine> lines(Transaction transaction, UUID restaurantId, UUID orderId) {
    return store.lines(transaction, restaurantId, orderId);
  }

  /// An order's life, from its placing.
  public List<OrderEvent> events(Transaction transaction, UUID restaurantId, UUID orderId) {
    return history.of(transaction, restaurantId, orderId);
  }

  /// The newest orders of a conversation, newest first.
  public List<OrderSummary> ofConversation(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    return store.ofConversation(transaction, restaurantId, conversationId, SHOWN_OF_CONVERSATION);
  }

  /// A customer's orders at these branches, newest first.
  ///
  /// @param after the last order of the part before
  public List<OrderSummary> ofCustomer(
      Transaction transaction,
      UUID restaurantId,
      UUID customerId,
      Set<UUID> branchIds,
      @Nullable UUID after,
      int limit) {
    return store.ofCustomer(transaction, restaurantId, customerId, branchIds, after, limit);
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

  private OrderSummary present(Transaction transaction, UUID restaurantId, UUID orderId) {
    return store.summary(transaction, restaurantId, orderId).orElseThrow();
  }
}
