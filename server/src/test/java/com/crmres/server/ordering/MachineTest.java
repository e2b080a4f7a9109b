package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.DeliveryState;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderAxis;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MachineTest {

  private static final Instant NOON = TransitionTest.NOON;
  private static final int MINUTES = 20;

  private static final List<OrderCommand> PAYMENTS =
      List.of(
          new OrderCommand.OweCash(),
          new OrderCommand.AskPayment(),
          new OrderCommand.Authorise(),
          new OrderCommand.MarkPaid(null),
          new OrderCommand.FailPayment(),
          new OrderCommand.ExpirePayment(),
          new OrderCommand.VoidPayment(),
          new OrderCommand.CollectCash(null),
          new OrderCommand.CollectCash(new Money(1_000)),
          new OrderCommand.Refund(Why.NONE, null),
          new OrderCommand.Refund(Why.of(OrderReason.STAFF_ERROR), new Money(900)),
          new OrderCommand.SettleRefund(),
          new OrderCommand.FailRefund());

  /// Every command that somebody can ask for.
  static final List<OrderCommand> COMMANDS =
      Stream.of(
              TransitionTest.STEPS.stream(),
              PAYMENTS.stream(),
              Stream.of(DeliveryState.values())
                  .map(state -> new OrderCommand.MoveDelivery(state, "فهد")))
          .<OrderCommand>flatMap(all -> all)
          .toList();

  /// Whether the table has words for a step.
  static boolean isTold(OrderEvent event) {
    return event.axis() == OrderAxis.ORDER
        && Stream.of(Transition.values())
            .filter(move -> Move.of(move).name().equals(event.move()))
            .anyMatch(move -> move.told() != null);
  }

  @Test
  void everyMoveHasAllItsEffectsAndNoOther() {
    for (Transition move : Transition.values()) {
      Order before = ready(move);
      OrderCommand command = commandOf(move);
      Order after = done(before, command, NOON.plusSeconds(30));

      assertThat(after.status()).as("%s", move).isEqualTo(move.target());
      assertThat(after.version()).as("%s", move).isEqualTo(before.version() + 1);
      assertThat(after.payment().state())
          .as("%s", move)
          .isEqualTo(
              after.isDropped()
                  ? OrderPaymentState.VOIDED
                  : after.status() == OrderStatus.DELIVERED
                      ? OrderPaymentState.COD_COLLECTED
                      : OrderPaymentState.COD_DUE);
      assertThat(after.delivery().state()).as("%s", move).isEqualTo(delivery(before, move));
      assertThat(newFlags(before, after))
          .as("%s", move)
          .isEqualTo(move.extra().flag() == null ? Set.of() : Set.of(move.extra().flag()));
      assertThat(after.times().since())
          .as("%s", move)
          .isEqualTo(move.source() == move.target() ? NOON : NOON.plusSeconds(30));
    }
  }

  private static DeliveryState delivery(Order before, Transition move) {
    DeliveryState wanted = move.extra().delivery();
    return wanted == null ? before.delivery().state() : wanted;
  }

  private static Set<OrderFlag> newFlags(Order before, Order after) {
    Set<OrderFlag> flags = EnumSet.noneOf(OrderFlag.class);
    flags.addAll(after.flags());
    before.flags().forEach(flags::remove);
    return flags;
  }

  /// An order that can make a move of the table.
  private static Order ready(Transition move) {
    boolean pickup = move == Transition.READY_TO_COLLECT || isCollected(move);
    boolean scheduled =
        move == Transition.ACCEPTED_FOR_LATER
            || move == Transition.ACCEPTED_BY_RULE_FOR_LATER
            || move == Transition.FIRED;
    Order order =
        TransitionTest.order(
            move.source(), pickup ? Fulfilment.PICKUP : Fulfilment.DELIVERY, scheduled);
    OrderStatus before =
        switch (move) {
          case BACK_BEFORE_KITCHEN -> OrderStatus.CONFIRMED;
          case BACK_AFTER_KITCHEN -> OrderStatus.READY;
          default -> order.before();
        };
    DeliveryState delivery =
        switch (move.source()) {
          case OUT_FOR_DELIVERY -> DeliveryState.PICKED_UP;
          case DELIVERY_FAILED -> DeliveryState.FAILED;
          case CANCELLED -> DeliveryState.RETURNED;
          case CONFIRMED, PREPARING, READY -> DeliveryState.ASSIGNED;
          default -> DeliveryState.NONE;
        };
    OrderPaymentState payment =
        order.isDropped() ? OrderPaymentState.VOIDED : OrderPaymentState.COD_DUE;
    Order made =
        order
            .moved(order.status(), before, Why.NONE)
            .withDelivery(new Order.Delivery(delivery, null))
            .withPayment(
                new Payment(payment, new Money(4_800), Money.ZERO, Money.ZERO, Money.ZERO));
    return move == Transition.MADE_ELSEWHERE ? made.with(OrderFlag.RESCUE_OFFERED) : made;
  }

  private static boolean isCollected(Transition move) {
    return move == Transition.COLLECTED || move == Transition.COLLECTED_UNSEEN;
  }

  private static OrderCommand commandOf(Transition move) {
    return TransitionTest.STEPS.stream().filter(move.asked()::isInstance).findFirst().orElseThrow();
  }

  @Test
  void everyPaymentCommandInEveryStateDoesWhatTheTableSaysOrIsRefusedByName() {
    for (OrderPaymentState state : OrderPaymentState.values()) {
      Payment payment = inState(state);
      for (OrderCommand command : PAYMENTS) {
        OrderCommand.Payment asked = (OrderCommand.Payment) command;
        boolean known = PaymentTransition.knows(state, asked.getClass());
        switch (payment.apply(asked, false)) {
          case Payment.Moved(Payment after, PaymentTransition move, _) -> {
            assertThat(known).isTrue();
            assertThat(move.source()).isEqualTo(state);
            assertThat(after.state()).isEqualTo(move.target());
            assertThat(after.left().halalas()).isNotNegative();
          }
          case Payment.Refused(Refusal refusal) ->
              assertThat(refusal)
                  .as("%s %s", state, command)
                  .isEqualTo(known ? Refusal.TOO_MUCH : Refusal.WRONG_STATE);
        }
      }
    }
  }

  private static Payment inState(OrderPaymentState state) {
    Money total = new Money(4_800);
    Money some = new Money(1_800);
    return switch (state) {
      case PAID, COD_COLLECTED -> new Payment(state, total, total, Money.ZERO, Money.ZERO);
      case COD_SHORT -> new Payment(state, total, some, Money.ZERO, Money.ZERO);
      case REFUND_PENDING -> new Payment(state, total, total, Money.ZERO, some);
      case PARTIALLY_REFUNDED -> new Payment(state, total, total, some, Money.ZERO);
      case REFUNDED -> new Payment(state, total, total, total, Money.ZERO);
      case NONE, PENDING, AUTHORISED, FAILED, EXPIRED, VOIDED, COD_DUE ->
          new Payment(state, total, Money.ZERO, Money.ZERO, Money.ZERO);
    };
  }

  @Test
  void aRefundInPartsEndsWhenAllIsBackAndNeverGoesBeyond() {
    Order order =
        TransitionTest.order(OrderStatus.DELIVERED, Fulfilment.PICKUP, false)
            .withPayment(inState(OrderPaymentState.PAID));

    Order part = done(order, new OrderCommand.Refund(Why.NONE, new Money(1_000)), NOON);
    assertThat(part.payment().state()).isEqualTo(OrderPaymentState.REFUND_PENDING);
    Order settled = done(part, new OrderCommand.SettleRefund(), NOON);
    assertThat(settled.payment().state()).isEqualTo(OrderPaymentState.PARTIALLY_REFUNDED);
    assertThat(refusal(settled, new OrderCommand.Refund(Why.NONE, new Money(3_801)), NOON))
        .isEqualTo(Refusal.TOO_MUCH);
    Order rest = done(settled, new OrderCommand.Refund(Why.NONE, null), NOON);
    assertThat(done(rest, new OrderCommand.SettleRefund(), NOON).payment().state())
        .isEqualTo(OrderPaymentState.REFUNDED);
    assertThat(rest.status()).isEqualTo(OrderStatus.DELIVERED);
  }

  @Test
  void cashMayComeInTwoParts() {
    Order order = TransitionTest.order(OrderStatus.DELIVERED, Fulfilment.PICKUP, false);

    Order part = done(order, new OrderCommand.CollectCash(new Money(4_000)), NOON);
    assertThat(part.payment().state()).isEqualTo(OrderPaymentState.COD_SHORT);
    assertThat(refusal(part, new OrderCommand.CollectCash(new Money(801)), NOON))
        .isEqualTo(Refusal.TOO_MUCH);
    assertThat(done(part, new OrderCommand.CollectCash(null), NOON).payment().state())
        .isEqualTo(OrderPaymentState.COD_COLLECTED);
  }

  @Test
  void whatWasPaidGoesBackWhenTheOrderComesToNothing() {
    Order paid =
        TransitionTest.order(OrderStatus.CONFIRMED, Fulfilment.PICKUP, false)
            .withPayment(inState(OrderPaymentState.PAID));

    Order cancelled = done(paid, new OrderCommand.Cancel("خلص"), NOON);

    assertThat(cancelled.payment().state()).isEqualTo(OrderPaymentState.REFUND_PENDING);
    assertThat(cancelled.payment().asked()).isEqualTo(new Money(4_800));
  }

  @Test
  void aPaymentThatComesAfterTheCancellationGoesBackAtOnce() {
    Order waiting =
        TransitionTest.order(OrderStatus.CONFIRMED, Fulfilment.PICKUP, false)
            .withPayment(inState(OrderPaymentState.PENDING));
    Order cancelled = done(waiting, new OrderCommand.Cancel("خلص"), NOON);
    assertThat(cancelled.payment().state()).isEqualTo(OrderPaymentState.VOIDED);

    Order late = done(cancelled, new OrderCommand.MarkPaid(null), NOON);

    assertThat(late.payment().state()).isEqualTo(OrderPaymentState.REFUND_PENDING);
    assertThat(late.payment().asked()).isEqualTo(new Money(4_800));
  }

  @Test
  void everyDeliveryMoveIsAskedForOrRefusedByName() {
    for (DeliveryState from : DeliveryState.values()) {
      for (DeliveryState to : DeliveryState.values()) {
        Order order =
            TransitionTest.order(
                    from == DeliveryState.PICKED_UP
                        ? OrderStatus.OUT_FOR_DELIVERY
                        : OrderStatus.PREPARING,
                    Fulfilment.DELIVERY,
                    false)
                .withDelivery(new Order.Delivery(from, null));
        Machine.Outcome outcome =
            Machine.apply(order, new OrderCommand.MoveDelivery(to, "فهد"), MINUTES, NOON);
        boolean asked = DeliveryTransition.asked(from, to).isPresent();
        if (asked) {
          assertThat(outcome).isInstanceOf(Machine.Done.class);
          assertThat(((Machine.Done) outcome).order().delivery().state()).isEqualTo(to);
        } else {
          assertThat(outcome).isEqualTo(new Machine.Refused(Refusal.WRONG_STATE));
        }
      }
    }
  }

  @Test
  void nobodyBringsWhatIsCollected() {
    Order order = TransitionTest.order(OrderStatus.PREPARING, Fulfilment.PICKUP, false);

    assertThat(refusal(order, new OrderCommand.MoveDelivery(DeliveryState.ASSIGNED, "فهد"), NOON))
        .isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void readyIsTakenBackWithinTenMinutesOnly() {
    Order order = TransitionTest.order(OrderStatus.READY, Fulfilment.PICKUP, false);
    OrderCommand undo = new OrderCommand.UndoReady(Why.said("ناقص"));
    Instant last = NOON.plus(Duration.ofMinutes(10));

    assertThat(done(order, undo, last).status()).isEqualTo(OrderStatus.PREPARING);
    assertThat(refusal(order, undo, last.plusMillis(1))).isEqualTo(Refusal.TOO_LATE);
  }

  @Test
  void onlyWhatWasAcceptedIsRestoredAndOnlySoon() {
    Order order = TransitionTest.order(OrderStatus.CANCELLED, Fulfilment.PICKUP, false);
    Order never = order.withTimes(new Order.Times(NOON, null, null, null));
    OrderCommand restore = new OrderCommand.Restore(Why.NONE);
    Instant last = NOON.plus(Duration.ofMinutes(15));

    assertThat(done(order, restore, last).status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(done(order, restore, last).times().promisedAt())
        .isEqualTo(last.plus(Duration.ofMinutes(MINUTES)));
    assertThat(refusal(order, restore, last.plusMillis(1))).isEqualTo(Refusal.TOO_LATE);
    assertThat(refusal(never, restore, NOON)).isEqualTo(Refusal.NEVER_ACCEPTED);
  }

  @Test
  void theKitchenHoldsWhatWaitsForItsTime() {
    Order later = TransitionTest.order(OrderStatus.CONFIRMED, Fulfilment.PICKUP, true);

    assertThat(later.kitchen()).isEqualTo(KitchenState.HELD);
    assertThat(done(later, new OrderCommand.Fire(), NOON).kitchen()).isEqualTo(KitchenState.FIRED);
    assertThat(refusal(later, new OrderCommand.Reschedule(NOON), NOON))
        .isEqualTo(Refusal.IN_THE_PAST);
  }

  @Test
  void aHundredThousandCommandsKeepEveryInvariant() {
    Random random = new Random(5);
    Set<OrderStatus> seen = EnumSet.noneOf(OrderStatus.class);
    List<String> moves = new ArrayList<>();
    Instant now = NOON;
    Order order = fresh(random);
    int told = 0;
    int spoken = 0;
    for (int i = 0; i < 100_000; i++) {
      if (random.nextInt(isOver(order) ? 10 : 500) == 0) {
        order = fresh(random);
      }
      now = now.plusSeconds(random.nextInt(60));
      OrderCommand command = COMMANDS.get(random.nextInt(COMMANDS.size()));
      Order before = order;
      switch (Machine.apply(before, command, MINUTES, now)) {
        case Machine.Refused(Refusal refusal) -> assertThat(refusal).isNotNull();
        case Machine.Done(Order after, Move move) -> {
          order = after;
          seen.add(after.status());
          moves.add(move.name());
          told += move.told() == null ? 0 : 1;
          spoken += hasWords(move) ? 1 : 0;
          holds(before, after, move);
        }
      }
    }
    assertThat(told).isEqualTo(spoken).isPositive();
    assertThat(seen).isEqualTo(EnumSet.allOf(OrderStatus.class));
    assertThat(Set.copyOf(moves)).containsAll(names());
  }

  private static void holds(Order before, Order after, Move move) {
    assertThat(after.version()).isEqualTo(before.version() + 1);
    Payment money = after.payment();
    assertThat(money.left().halalas()).isNotNegative();
    assertThat(money.asked().halalas()).isNotNegative();
    assertThat(money.asked().halalas() > 0)
        .isEqualTo(money.state() == OrderPaymentState.REFUND_PENDING);
    assertThat(money.total()).isEqualTo(before.payment().total());
    assertThat(after.before() != null).isEqualTo(after.status() == OrderStatus.CANCEL_REQUESTED);
    if (move.axis() != OrderAxis.ORDER) {
      assertThat(after.status()).isEqualTo(before.status());
    }
    if (before.status() != after.status()) {
      assertThat(
              Stream.of(Transition.values())
                  .anyMatch(
                      row -> row.source() == before.status() && row.target() == after.status()))
          .isTrue();
    }
    if (before.payment().state() != money.state()) {
      assertThat(
              Stream.of(PaymentTransition.values())
                  .anyMatch(row ->
                      row.source() == before.payment().state() && row.target() == money.state()))
          .isTrue();
    }
  }

  private static boolean isOver(Order order) {
    return order.isDropped() || order.status() == OrderStatus.DELIVERED;
  }

  private static boolean hasWords(Move move) {
    return move.axis() == OrderAxis.ORDER
        && Transition.valueOf(move.name().toUpperCase(Locale.ROOT)).told() != null;
  }

  /// Of every move that chance must have found.
  private static Set<String> names() {
    return Stream.of(Transition.values())
        .map(move -> Move.of(move).name())
        .collect(Collectors.toSet());
  }

  private static Order fresh(Random random) {
    Order order =
        TransitionTest.order(
            OrderStatus.PENDING,
            random.nextBoolean() ? Fulfilment.PICKUP : Fulfilment.DELIVERY,
            random.nextInt(4) == 0);
    return order.withTimes(new Order.Times(NOON, order.times().scheduledFor(), null, null));
  }

  private static Order done(Order order, OrderCommand command, Instant now) {
    Machine.Outcome outcome = Machine.apply(order, command, MINUTES, now);
    assertThat(outcome).as("%s", command).isInstanceOf(Machine.Done.class);
    return ((Machine.Done) outcome).order();
  }

  private static Refusal refusal(Order order, OrderCommand command, Instant now) {
    Machine.Outcome outcome = Machine.apply(order, command, MINUTES, now);
    assertThat(outcome).as("%s", command).isInstanceOf(Machine.Refused.class);
    return ((Machine.Refused) outcome).refusal();
  }
}
