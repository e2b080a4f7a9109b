package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.CustomerFigures;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderAxis;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.conversation.MergeResult;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.ordering.history.CustomerHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerFiguresTest {

  private static final Set<UUID> ALL = Set.of(Noor.OLAYA.id(), Noor.MALAZ.id());

  /// What brings an order to a customer, and money to and fro.
  private static final List<OrderCommand> ONWARDS =
      List.of(
          new OrderCommand.Accept(10),
          new OrderCommand.StartPreparing(),
          new OrderCommand.MarkReady(),
          new OrderCommand.HandOver(),
          new OrderCommand.CollectCash(new Money(2_000)),
          new OrderCommand.CollectCash(null),
          new OrderCommand.Refund(Why.said("cold"), new Money(700)),
          new OrderCommand.SettleRefund());

  private final World world = new World();
  private final CustomerHistory history = new CustomerHistory();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whoHasNeverOrderedIsWorthNothingYet() {
    CustomerFigures none = figures(customer(world.conversation()));

    assertThat(none.orders()).isEqualTo(new CustomerFigures.Ends(0, 0, 0, 0, 0));
    assertThat(none.worth()).isEqualTo(Money.ZERO);
    assertThat(none.basket()).isNull();
    assertThat(none.firstAt()).isNull();
    assertThat(none.favourites()).isEmpty();
    assertThat(none.branch()).isNull();
  }

  @Test
  void onlyWhatWasHandedOverAndPaidCounts() {
    UUID conversation = world.conversation();
    delivered(order(conversation));
    OrderSummary refunded = delivered(order(conversation));
    world.apply(refunded.id(), new OrderCommand.CollectCash(null));
    world.apply(refunded.id(), new OrderCommand.Refund(Why.said("cold"), new Money(1_000)));
    assertThat(figures(conversation).worth()).isEqualTo(new Money(2 * 4_800));
    world.apply(refunded.id(), new OrderCommand.SettleRefund());
    OrderSummary cancelled = order(conversation);
    world.apply(cancelled.id(), new OrderCommand.MarkPaid(null));
    world.apply(cancelled.id(), new OrderCommand.AskToCancel());
    OrderSummary rejected = order(conversation);
    world.apply(rejected.id(), new OrderCommand.Reject("busy"));
    OrderSummary open = order(conversation);

    CustomerFigures figures = figures(conversation);

    assertThat(figures.orders()).isEqualTo(new CustomerFigures.Ends(1, 2, 1, 1, 0));
    assertThat(figures.worth()).isEqualTo(new Money(2 * 4_800 - 1_000));
    assertThat(figures.basket()).isEqualTo(new Money(4_800));
    assertThat(figures.lastAt()).isEqualTo(open.placedAt());
    assertThat(figures.branch()).isEqualTo(new CustomerFigures.UsualBranch(Noor.OLAYA.id(), 3));
    assertThat(figures.way()).isEqualTo(new CustomerFigures.UsualWay(Fulfilment.PICKUP, 3));
  }

  @Test
  void whatStandsInMostOrdersIsTheFavourite() {
    UUID conversation = world.conversation();
    delivered(order(conversation));
    world.change(conversation, new CartCommand.Add(Noor.COLA.id(), 7, List.of()));
    delivered(order(conversation));

    List<CustomerFigures.Favourite> favourites = figures(conversation).favourites();

    assertThat(favourites)
        .extracting(CustomerFigures.Favourite::itemId)
        .containsExactly(Noor.BURGER.id(), Noor.COLA.id());
    assertThat(favourites)
        .extracting(CustomerFigures.Favourite::orders, CustomerFigures.Favourite::pieces)
        .containsExactly(tuple(2, 4), tuple(1, 7));
  }

  @Test
  void ordersOfBranchesThatOneDoesNotSeeAreNotCounted() {
    UUID conversation = world.conversation();
    delivered(order(conversation));

    UUID customer = customer(conversation);

    CustomerFigures seen =
        world.in(tx -> history.figures(tx, Noor.ID, customer, Set.of(Noor.MALAZ.id())));

    assertThat(seen.orders().delivered()).isZero();
    assertThat(seen.worth()).isEqualTo(Money.ZERO);
    assertThat(orders(customer, Set.of(Noor.MALAZ.id()), null)).isEmpty();
  }

  @Test
  void theOrdersOfACustomerComeInPartsNewestFirst() {
    UUID conversation = world.conversation();
    List<UUID> placed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      placed.addFirst(order(conversation).id());
    }

    List<UUID> read = new ArrayList<>();
    List<OrderSummary> part = orders(customer(conversation), ALL, null);
    while (!part.isEmpty()) {
      part.forEach(order -> read.add(order.id()));
      part = orders(customer(conversation), ALL, read.getLast());
    }

    assertThat(read).isEqualTo(placed);
  }

  @Test
  void twoCustomersWhoBecomeOneAreWorthBothAndTakingItBackPartsThem() {
    UUID one = world.conversation();
    UUID other = world.conversation();
    delivered(order(one));
    delivered(order(other));
    UUID into = customer(one);
    UUID from = customer(other);
    CustomerFigures before = figures(into);
    CustomerFigures beforeOther = figures(from);
    UUID owner = world.ids.next();

    MergeResult merged =
        world.in(tx ->
            world.conversations.merges().merge(tx, Noor.ID, from, into, owner, world.ids.next()));
    assertThat(figures(into).worth()).isEqualTo(new Money(2 * 4_800));
    assertThat(figures(from).orders().delivered()).isZero();

    UUID merge = ((MergeResult.Done) merged).merge().id();
    world.in(tx -> world.conversations.merges().undo(tx, Noor.ID, merge, owner));
    assertThat(figures(into)).isEqualTo(before);
    assertThat(figures(from)).isEqualTo(beforeOther);
  }

  /// Whatever is asked of orders, in whatever order: the sum is what one gets who reads all that
  /// ever happened to them.
  @Test
  void theWorthIsAlwaysWhatTheEventsOfTheOrdersAddUpTo() {
    Random random = new Random(28);
    List<UUID> conversations = new ArrayList<>();
    List<UUID> orders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      conversations.add(world.conversation());
      for (int j = 0; j < 6; j++) {
        orders.add(order(conversations.getLast()).id());
      }
    }
    for (int i = 0; i < 900; i++) {
      UUID order = orders.get(random.nextInt(orders.size()));
      List<OrderCommand> asked = random.nextInt(4) == 0 ? MachineTest.COMMANDS : ONWARDS;
      world.apply(order, asked.get(random.nextInt(asked.size())));
      if (i % 50 == 0) {
        world.clock.forward(Duration.ofSeconds(random.nextInt(200)));
        conversations.forEach(this::adds);
      }
    }
    conversations.forEach(this::adds);
    assertThat(conversations.stream().mapToLong(one -> figures(one).worth().halalas()).sum())
        .isPositive();
  }

  private void adds(UUID conversation) {
    List<OrderSummary> orders =
        world.in(tx -> world.orders.ofConversation(tx, Noor.ID, conversation));
    CustomerFigures figures = figures(conversation);
    assertThat(figures.worth().halalas()).isEqualTo(orders.stream().mapToLong(this::worth).sum());
    assertThat(figures.orders().delivered())
        .isEqualTo((int) orders.stream().filter(o -> o.status() == OrderStatus.DELIVERED).count());
  }

  /// Counted from the events of the order alone.
  private long worth(OrderSummary order) {
    if (order.status() != OrderStatus.DELIVERED) {
      return 0;
    }
    long paid = 0;
    long back = 0;
    List<OrderEvent> events = world.in(tx -> world.orders.events(tx, Noor.ID, order.id()));
    for (OrderEvent event : events) {
      Money amount = event.amount();
      String move = event.move();
      if (event.axis() != OrderAxis.PAYMENT || amount == null || move == null) {
        continue;
      }
      switch (PaymentTransition.valueOf(move.toUpperCase(Locale.ROOT)).target()) {
        case PAID, COD_COLLECTED, COD_SHORT ->
            paid += move.startsWith("refund") ? 0 : amount.halalas();
        case REFUNDED, PARTIALLY_REFUNDED ->
            back += move.startsWith("refund_settled") ? amount.halalas() : 0;
        case REFUND_PENDING -> paid += move.endsWith("for_nothing") ? amount.halalas() : 0;
        default -> {}
      }
    }
    OrderPaymentState state = order.standing().payment();
    boolean atTheDoor = state == OrderPaymentState.NONE || state == OrderPaymentState.COD_DUE;
    return paid > 0 ? paid - back : atTheDoor ? order.total().halalas() : 0;
  }

  private OrderSummary order(UUID conversation) {
    world.clock.forward(Duration.ofSeconds(1));
    PlaceResult result = world.place(conversation, world.readBack(conversation, Fulfilment.PICKUP));
    assertThat(result).isInstanceOf(PlaceResult.Placed.class);
    return ((PlaceResult.Placed) result).order();
  }

  private OrderSummary delivered(OrderSummary order) {
    world.apply(order.id(), new OrderCommand.Accept(10));
    world.apply(order.id(), new OrderCommand.StartPreparing());
    world.apply(order.id(), new OrderCommand.MarkReady());
    world.apply(order.id(), new OrderCommand.HandOver());
    assertThat(world.order(order.id()).status()).isEqualTo(OrderStatus.DELIVERED);
    return order;
  }

  private List<OrderSummary> orders(UUID customer, Set<UUID> branches, @Nullable UUID after) {
    return world.in(tx -> world.orders.ofCustomer(tx, Noor.ID, customer, branches, after, 2));
  }

  private CustomerFigures figures(UUID conversationOrCustomer) {
    UUID customer = customer(conversationOrCustomer);
    return world.in(tx -> history.figures(tx, Noor.ID, customer, ALL));
  }

  /// The customer of a conversation; a customer is himself.
  private UUID customer(UUID id) {
    return world
        .in(tx ->
            tx.sql("select customer_id from conversation where id = :id")
                .with("id", id)
                .first(row -> row.uuid("customer_id")))
        .orElse(id);
  }
}
