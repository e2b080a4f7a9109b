package com.crmres.server.ordering;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.AlarmRung;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderAxis;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.Elsewhere;
import com.crmres.server.ordering.cart.PricedCart;
import com.crmres.server.ordering.promise.Promises;
import com.crmres.server.restaurant.Restaurants;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets a locked order make a move: writes it down, and tells history, screens, the customer and
/// whoever follows orders, in one transaction.
final class Moving {

  private static final System.Logger LOG = System.getLogger(Moving.class.getName());

  private final Restaurants restaurants;
  private final Conversations conversations;
  private final EventLog events;
  private final OrderPorts.SoldOut soldOut;
  private final OrderPorts.Outside outside;
  private final Purse purse;
  private final Carts carts;
  private final OrderStore store;
  private final OtherBranches branches;
  private final Clock clock;
  private final CustomerNotice notice;
  private final Followers followers;
  private final AlarmLadder ladder;
  private final OrderClock times;
  private final OrderHistory history = new OrderHistory();
  private final OrderDeadlines deadlines = new OrderDeadlines();
  private final SlotKeeping slots;
  private final Promises promises = new Promises();

  Moving(
      Restaurants restaurants,
      Conversations conversations,
      EventLog events,
      OrderPorts ports,
      Carts carts,
      OrderStore store,
      OtherBranches branches,
      Clock clock) {
    this.restaurants = restaurants;
    this.conversations = conversations;
    this.events = events;
    this.soldOut = ports.soldOut();
    this.outside = ports.outside();
    this.purse = ports.purse();
    this.carts = carts;
    this.store = store;
    this.branches = branches;
    this.clock = clock;
    this.notice = new CustomerNotice(restaurants, conversations, clock);
    this.followers = new Followers(ports.followers(), store, clock);
    this.ladder = new AlarmLadder(events, ports.alarms());
    this.times = new OrderClock(restaurants);
    this.slots = new SlotKeeping(restaurants);
  }

  /// An order was placed: it calls for an answer.
  void placed(Transaction transaction, UUID restaurantId, OrderSummary order, Actor actor) {
    events.append(transaction, restaurantId, order.branchId(), new LiveEvent.OrderChanged(order));
    ladder.begin(transaction, restaurantId, order, clock.instant());
    followers.tell(transaction, restaurantId, order, null, actor);
  }

  /// Makes the move, if the tables allow it.
  OrderResult move(Transaction transaction, UUID restaurantId, Order order, Asked asked) {
    int minutes = minutes(transaction, restaurantId, order, asked.command());
    OrderCommand meant = meant(transaction, restaurantId, order, asked);
    return switch (Machine.apply(order, meant, minutes, clock.instant())) {
      case Machine.Refused(Refusal refusal) -> new OrderResult.NotAllowed(order.status(), refusal);
      case Machine.Done done ->
          switch (asked.command()) {
            case OrderCommand.MakeElsewhere(UUID branchId, Money price) -> {
              Optional<Elsewhere> offered =
                  branches.of(transaction, restaurantId, order, branchId, price);
              yield elsewhere(
                  transaction, restaurantId, order, done, asked, offered, Refusal.NOT_OFFERED);
            }
            case OrderCommand.MoveTo(UUID branchId, _) -> {
              Optional<Elsewhere> able =
                  branches.notDearer(transaction, restaurantId, order, branchId);
              yield elsewhere(
                  transaction, restaurantId, order, done, asked, able, Refusal.NOT_THERE);
            }
            case OrderCommand.Reschedule _ ->
                isRoom(transaction, restaurantId, done.order())
                    ? keep(transaction, restaurantId, order, done, asked)
                    : new OrderResult.NotAllowed(order.status(), Refusal.NO_ROOM);
            default -> keep(transaction, restaurantId, order, done, asked);
          };
    };
  }

  /// What a till works on is not cancelled over its head: staff who want that ask for it, and it is
  /// cancelled when the till has dropped it.
  private OrderCommand meant(Transaction transaction, UUID restaurantId, Order order, Asked asked) {
    boolean outright =
        asked.command() instanceof OrderCommand.Cancel
            && asked.actor().kind() == Actor.Kind.STAFF
            && Transition.of(order, new OrderCommand.AskToCancel()).isPresent();
    return outright && outside.makes(transaction, restaurantId, order.id())
        ? new OrderCommand.AskToCancel(asked.command().why())
        : asked.command();
  }

  /// Brings an order where its payments are.
  void count(Transaction transaction, UUID restaurantId, Order order) {
    purse
        .of(transaction, restaurantId, order.id(), order.payment().total())
        .filter(money -> !order.payment().counted(money).equals(order.payment()))
        .ifPresent(money -> count(transaction, restaurantId, order, money));
  }

  private void count(Transaction transaction, UUID restaurantId, Order order, OrderMoney money) {
    Asked asked = new Asked(new OrderCommand.Count(money), Actor.payment(), null);
    if (!(move(transaction, restaurantId, order, asked) instanceof OrderResult.Moved)) {
      LOG.log(
          Level.ERROR,
          "order {0}: its payments say {1}, and it cannot go there from {2}",
          order.id(),
          money.state(),
          order.payment().state());
    }
  }

  /// One rung of an order that still calls.
  ///
  /// @return whether it still called
  boolean ring(Transaction transaction, UUID restaurantId, Order order, OrderTimers.Timer timer) {
    AlarmRung rung = Objects.requireNonNull(timer.rung());
    OrderSummary summary = present(transaction, restaurantId, order);
    if (!AlarmLadder.calls(summary)) {
      return false;
    }
    ladder.ring(transaction, restaurantId, summary, rung, timer.dueAt().minus(rung.after()));
    return true;
  }

  /// Makes the order what its customer has confirmed, or staff have decided, if the table allows
  /// it.
  OrderResult alter(
      Transaction transaction, UUID restaurantId, Order order, Content content, Asked asked) {
    int minutes = minutes(transaction, restaurantId, order, asked.command());
    return switch (Machine.apply(order, asked.command(), minutes, clock.instant())) {
      case Machine.Refused(Refusal refusal) -> new OrderResult.NotAllowed(order.status(), refusal);
      case Machine.Done(Order done, Move move) -> {
        Order altered = done.altered(content.way(), content.priced().total());
        Machine.Done after = new Machine.Done(altered, move);
        if (!written(transaction, restaurantId, order, after, asked)) {
          yield new OrderResult.CommandReused();
        }
        store.alter(
            transaction,
            restaurantId,
            order.id(),
            content.cart(),
            content.contactPhone(),
            content.lines(),
            content.priced());
        OrderSummary now = present(transaction, restaurantId, altered);
        events.append(transaction, restaurantId, now.branchId(), new LiveEvent.OrderChanged(now));
        followers.tellAltered(transaction, restaurantId, now, asked.actor());
        tellCustomer(transaction, restaurantId, after, asked);
        count(transaction, restaurantId, altered);
        yield new OrderResult.Moved(present(transaction, restaurantId, altered));
      }
    };
  }

  /// What an order shall be.
  record Content(
      Cart cart, @Nullable String contactPhone, List<OrderLine> lines, PricedCart priced) {

    Fulfilment way() {
      return Objects.requireNonNull(cart.fulfilment());
    }
  }

  boolean isTied(Transaction transaction, UUID restaurantId, UUID orderId, OrderFollower.Tie tie) {
    return followers.isTied(transaction, restaurantId, orderId, tie);
  }

  private OrderResult elsewhere(
      Transaction transaction,
      UUID restaurantId,
      Order order,
      Machine.Done done,
      Asked asked,
      Optional<Elsewhere> found,
      Refusal unable) {
    return found
        .map(other -> {
          Order aim = done.order().at(other.branch().id(), order.number());
          return isRoom(transaction, restaurantId, aim)
              ? keep(
                  transaction,
                  restaurantId,
                  order,
                  there(transaction, restaurantId, done, other),
                  asked)
              : new OrderResult.NotAllowed(order.status(), Refusal.NO_ROOM);
        })
        .orElseGet(() -> new OrderResult.NotAllowed(order.status(), unable));
  }

  private Machine.Done there(
      Transaction transaction, UUID restaurantId, Machine.Done done, Elsewhere other) {
    Order moved = branches.at(transaction, restaurantId, done.order(), other);
    branches.keep(transaction, restaurantId, moved, other);
    return new Machine.Done(moved, done.move());
  }

  /// A quarter that is full takes nobody, whoever wants it.
  private boolean isRoom(Transaction transaction, UUID restaurantId, Order aim) {
    int pieces =
        store.lines(transaction, restaurantId, aim.id()).stream()
            .mapToInt(line -> line.sold().quantity())
            .sum();
    return slots.finds(transaction, restaurantId, aim, pieces, clock.instant());
  }

  private OrderResult keep(
      Transaction transaction, UUID restaurantId, Order before, Machine.Done done, Asked asked) {
    Order moved = done.order();
    if (!written(transaction, restaurantId, before, done, asked)) {
      return new OrderResult.CommandReused();
    }
    if (!isAlterable(moved.status())) {
      carts.putAwayChangesOf(transaction, restaurantId, moved.id());
    }
    if (before.status() == OrderStatus.PENDING && moved.status() != OrderStatus.PENDING) {
      deadlines.lift(transaction, restaurantId, moved.id());
    }
    if (asked.command() instanceof OrderCommand.Reject(_, List<UUID> itemIds)) {
      itemIds.forEach(item -> soldOut.none(transaction, restaurantId, moved.branchId(), item));
    }
    return new OrderResult.Moved(tell(transaction, restaurantId, before, done, asked));
  }

  /// @return false if the command's id was used before
  private boolean written(
      Transaction transaction, UUID restaurantId, Order before, Machine.Done done, Asked asked) {
    if (!history.add(transaction, restaurantId, step(done, asked), clock.instant())) {
      return false;
    }
    if (!store.move(transaction, restaurantId, before, done.order())) {
      throw new IllegalStateException("a locked order moved: " + before.id());
    }
    times.follow(transaction, restaurantId, before, done.order());
    return true;
  }

  /// Whether the kitchen has yet to begin.
  static boolean isAlterable(OrderStatus status) {
    return status == OrderStatus.PENDING || status == OrderStatus.CONFIRMED;
  }

  private OrderSummary tell(
      Transaction transaction, UUID restaurantId, Order before, Machine.Done done, Asked asked) {
    Order moved = done.order();
    OrderSummary order = present(transaction, restaurantId, moved);
    slots.follow(transaction, restaurantId, before, order, clock.instant());
    events.append(transaction, restaurantId, order.branchId(), new LiveEvent.OrderChanged(order));
    tellCustomer(transaction, restaurantId, done, asked);
    if (!before.branchId().equals(moved.branchId())) {
      beginAnew(transaction, restaurantId, order, before.branchId());
      followers.tellBranch(transaction, restaurantId, order, before.branchId(), asked.actor());
    }
    if (before.status() != moved.status()) {
      followers.tell(transaction, restaurantId, order, before.status(), asked.actor());
    }
    if (done.move().axis() == OrderAxis.PAYMENT || !before.payment().equals(moved.payment())) {
      followers.tellMoney(transaction, restaurantId, order, before, done, asked);
      count(transaction, restaurantId, moved);
      return present(transaction, restaurantId, moved);
    }
    return order;
  }

  private void tellCustomer(
      Transaction transaction, UUID restaurantId, Machine.Done done, Asked asked) {
    Order moved = done.order();
    String told = done.move().told();
    if (told != null) {
      List<LocalizedText> missing = missing(transaction, restaurantId, moved, asked.command());
      List<OrderSummary.Line> lines =
          store.lines(transaction, restaurantId, moved.id()).stream().map(OrderLine::sold).toList();
      notice.tell(transaction, restaurantId, told, moved, missing, lines);
    }
    if (done.move().forPeople()) {
      conversations.escalate(
          transaction, restaurantId, moved.conversationId(), EscalationReason.ORDER_UNANSWERED);
    }
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

  /// The screens of the branch that does not make it any more hear that it left; at the new one it
  /// has all the time of a new order.
  private void beginAnew(
      Transaction transaction, UUID restaurantId, OrderSummary order, UUID before) {
    Instant now = clock.instant();
    events.append(transaction, restaurantId, before, new LiveEvent.OrderChanged(order));
    conversations.belongsTo(transaction, restaurantId, order.conversationId(), order.branchId());
    if (order.status() == OrderStatus.PENDING) {
      deadlines.set(transaction, restaurantId, order.id(), now.plus(Checkout.ANSWER_WITHIN));
      ladder.begin(transaction, restaurantId, order, now);
    }
  }

  private OrderSummary present(Transaction transaction, UUID restaurantId, Order order) {
    return store.summary(transaction, restaurantId, order.id()).orElseThrow();
  }

  /// What the branch needs now; only what promises a time asks for it.
  private int minutes(
      Transaction transaction, UUID restaurantId, Order order, OrderCommand command) {
    boolean promised =
        command instanceof OrderCommand.Accept
            || command instanceof OrderCommand.AcceptByRule
            || command instanceof OrderCommand.Restore
            || command instanceof OrderCommand.MoveTo
            || command instanceof OrderCommand.Alter;
    if (!promised) {
      return 0;
    }
    UUID maker = command instanceof OrderCommand.MoveTo(UUID there, _) ? there : order.branchId();
    return restaurants
        .branch(transaction, restaurantId, maker)
        .map(branch -> promises.minutes(transaction, restaurantId, branch, clock.instant()))
        .orElse(0);
  }

  private static OrderHistory.Step step(Machine.Done done, Asked asked) {
    Once once = asked.once();
    return new OrderHistory.Step(
        done.order().id(),
        done.order().version(),
        asked.actor(),
        done.move(),
        asked.command().why(),
        once == null ? null : once.commandId(),
        once == null ? null : asked.command().toString());
  }
}
