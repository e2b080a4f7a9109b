package com.crmres.server.ordering;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.AlarmRung;
import com.crmres.common.ordering.OrderAxis;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.ordering.PaymentState;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.ordering.cart.Elsewhere;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets a locked order make a move: writes it down, and tells history, screens, the customer and
/// whoever follows orders, in one transaction.
final class Moving {

  private final Restaurants restaurants;
  private final EventLog events;
  private final OrderPorts ports;
  private final Clock clock;
  private final CustomerNotice notice;
  private final OrderStore store;
  private final OrderHistory history = new OrderHistory();
  private final OrderDeadlines deadlines = new OrderDeadlines();
  private final Conversations conversations;
  private final OtherBranches branches;
  private final AlarmLadder ladder;
  private final OrderClock times;

  Moving(
      Restaurants restaurants,
      Conversations conversations,
      EventLog events,
      OrderPorts ports,
      OrderStore store,
      OtherBranches branches,
      Clock clock) {
    this.restaurants = restaurants;
    this.events = events;
    this.ports = ports;
    this.store = store;
    this.clock = clock;
    this.conversations = conversations;
    this.branches = branches;
    this.ladder = new AlarmLadder(events, ports.alarms());
    this.times = new OrderClock(restaurants);
    this.notice = new CustomerNotice(restaurants, conversations, clock);
  }

  /// Makes the move, if the tables allow it.
  OrderResult move(
      Transaction transaction,
      UUID restaurantId,
      Order order,
      OrderCommand command,
      Actor actor,
      @Nullable Once once) {
    int minutes = minutes(transaction, restaurantId, order, command);
    return switch (Machine.apply(order, command, minutes, clock.instant())) {
      case Machine.Refused(Refusal refusal) -> new OrderResult.NotAllowed(order.status(), refusal);
      case Machine.Done(Order moved, Move move) ->
          command instanceof OrderCommand.MakeElsewhere(UUID branchId, Money price)
              ? branches
                  .of(transaction, restaurantId, order, branchId, price)
                  .map(other -> {
                    Order there = branches.at(transaction, restaurantId, moved, other);
                    return keep(
                        transaction, restaurantId, order, there, move, command, actor, once, other);
                  })
                  .orElseGet(
                      () -> new OrderResult.NotAllowed(order.status(), Refusal.NOT_OFFERED))
              : keep(
                  transaction, restaurantId, order, moved, move, command, actor, once, null);
    };
  }

  private OrderResult keep(
      Transaction transaction,
      UUID restaurantId,
      Order order,
      Order moved,
      Move move,
      OrderCommand command,
      Actor actor,
      @Nullable Once once,
      @Nullable Elsewhere other) {
    OrderHistory.Step step = step(moved, move, command, actor, once);
    if (!history.add(transaction, restaurantId, step, clock.instant())) {
      return new OrderResult.CommandReused();
    }
    if (!store.move(transaction, restaurantId, order, moved)) {
      throw new IllegalStateException("a locked order moved: " + order.id());
    }
    if (other != null) {
      branches.keep(transaction, restaurantId, moved, other);
    }
    times.follow(transaction, restaurantId, order, moved);
    if (order.status() == OrderStatus.PENDING && moved.status() != OrderStatus.PENDING) {
      deadlines.lift(transaction, restaurantId, moved.id());
    }
    if (command instanceof OrderCommand.Reject(_, List<UUID> itemIds)) {
      itemIds.forEach(
          item -> ports.soldOut().none(transaction, restaurantId, moved.branchId(), item));
    }
    List<LocalizedText> missing = missing(transaction, restaurantId, moved, command);
    return new OrderResult.Moved(tell(transaction, restaurantId, order, moved, step, missing));
  }

  private OrderSummary tell(
      Transaction transaction,
      UUID restaurantId,
      Order before,
      Order moved,
      OrderHistory.Step step,
      List<LocalizedText> missing) {
    OrderSummary order = store.summary(transaction, restaurantId, moved.id()).orElseThrow();
    events.append(transaction, restaurantId, order.branchId(), new LiveEvent.OrderChanged(order));
    Move move = step.move();
    if (move != null && move.told() != null) {
      notice.tell(transaction, restaurantId, move.told(), moved, missing);
    }
    if (move != null && move.forPeople()) {
      conversations.escalate(
          transaction,
          restaurantId,
          moved.conversationId(),
          EscalationReason.ORDER_UNANSWERED);
    }
    if (!before.branchId().equals(moved.branchId())) {
      movedIn(transaction, restaurantId, order, before.branchId(), step.actor());
    }
    if (before.status() != moved.status()) {
      placedOrMoved(transaction, restaurantId, order, before.status(), step.actor());
    }
    if (before.payment().state() != moved.payment().state()
        || move != null && move.axis() == OrderAxis.PAYMENT) {
      paid(transaction, restaurantId, order, before, moved, step);
    }
    return order;
  }

  /// The names of what a branch has none left of, as they stand in the order.
  private List<LocalizedText> missing(
      Transaction transaction, UUID restaurantId, Order order, OrderCommand command) {
    if (!(command instanceof OrderCommand.Reject(_, List<UUID> itemIds)) || itemIds.isEmpty()) {
      return List.of();
    }
    return store.lines(transaction, restaurantId, order.id()).stream()
        .filter(line -> itemIds.contains(line.itemId()))
        .map(line -> line.sold().name())
        .toList();
  }

  /// Tells followers where an order came to.
  ///
  /// @param from null when it was placed
  private void placedOrMoved(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      @Nullable OrderStatus from,
      Actor actor) {
    if (ports.followers().isEmpty()) {
      return;
    }
    List<OrderLine> lines = store.lines(transaction, restaurantId, order.id());
    OrderStep step = new OrderStep(order, lines, from, actor, order.reason(), clock.instant());
    ports.followers().forEach(follower -> follower.follow(transaction, restaurantId, step));
  }

  /// An order was placed: it calls for an answer, and for some time only.
  void placed(Transaction transaction, UUID restaurantId, OrderSummary order, Actor actor) {
    events.append(transaction, restaurantId, order.branchId(), new LiveEvent.OrderChanged(order));
    ladder.begin(transaction, restaurantId, order, clock.instant());
    placedOrMoved(transaction, restaurantId, order, null, actor);
  }

  /// The branch that does not make it any more is told, too; at the new one all begins anew.
  private void movedIn(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      UUID before,
      Actor actor) {
    Instant now = clock.instant();
    events.append(transaction, restaurantId, before, new LiveEvent.OrderChanged(order));
    conversations.belongsTo(
        transaction, restaurantId, order.conversationId(), order.branchId());
    deadlines.set(transaction, restaurantId, order.id(), now.plus(Checkout.ANSWER_WITHIN));
    ladder.begin(transaction, restaurantId, order, now);
    if (!ports.followers().isEmpty()) {
      List<OrderLine> lines = store.lines(transaction, restaurantId, order.id());
      OrderStep step = new OrderStep(order, lines, order.status(), actor, order.reason(), now);
      ports
          .followers()
          .forEach(follower -> follower.followBranch(transaction, restaurantId, step, before));
    }
  }

  /// One rung of an order that still calls.
  ///
  /// @return whether it still called
  boolean ring(Transaction transaction, UUID restaurantId, Order order, OrderTimers.Timer timer) {
    AlarmRung rung = Objects.requireNonNull(timer.rung());
    OrderSummary summary = store.summary(transaction, restaurantId, order.id()).orElseThrow();
    if (!AlarmLadder.calls(summary)) {
      return false;
    }
    ladder.ring(
        transaction, restaurantId, summary, rung, timer.dueAt().minus(rung.after()));
    return true;
  }

  private void paid(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      Order before,
      Order moved,
      OrderHistory.Step told) {
    Payment was = before.payment();
    Payment is = moved.payment();
    boolean asked = is.state() == PaymentState.REFUND_PENDING && told.move() != null;
    var amount =
        told.move() != null && told.move().axis() == OrderAxis.PAYMENT
            ? told.move().amount()
            : asked ? is.asked() : null;
    PaymentStep step =
        new PaymentStep(
            order, was.state(), is.state(), amount, told.actor(), told.why(), clock.instant());
    ports.followers().forEach(follower -> follower.followPayment(transaction, restaurantId, step));
  }

  /// What the branch usually needs; only acceptance and restoring ask for it.
  private int minutes(
      Transaction transaction, UUID restaurantId, Order order, OrderCommand command) {
    boolean promises =
        command instanceof OrderCommand.Accept
            || command instanceof OrderCommand.AcceptByRule
            || command instanceof OrderCommand.Restore;
    return promises
        ? restaurants
            .branch(transaction, restaurantId, order.branchId())
            .orElseThrow()
            .preparationMinutes()
        : 0;
  }

  private static OrderHistory.Step step(
      Order moved, Move move, OrderCommand command, Actor actor, @Nullable Once once) {
    return new OrderHistory.Step(
        moved.id(),
        moved.version(),
        actor,
        move,
        command.why(),
        once == null ? null : once.commandId(),
        once == null ? null : command.toString());
  }
}
