package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.AlarmRung;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.assistant.Tap;
import com.crmres.server.ordering.cart.Noor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the clock asks of orders, on a clock that the test moves.
class OrderTimesTest {

  private final World world = new World();
  private final DueOrders due = new DueOrders(world.database, world.orders, world.clock);
  private final OverdueOrders overdue =
      new OverdueOrders(world.database, world.orders, world.clock);

  @AfterEach
  void closeTheWorld() {
    world.close();
  }

  @Test
  void aNewOrderClimbsTheLadderRungByRung() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    Instant placed = world.clock.instant();
    List<String> heard = new ArrayList<>();
    for (int second = 0; second <= 400; second += 10) {
      world.clock.set(placed.plusSeconds(second));
      strikeAll();
      for (String rung : world.rung.subList(heard.size(), world.rung.size())) {
        heard.add(second + " " + rung.substring(rung.indexOf(' ') + 1));
      }
    }

    assertThat(heard)
        .containsExactly(
            "0 chime", "30 repeat", "60 loud", "120 every_device", "180 managers", "300 rescue");
    assertThat(alarms(order))
        .extracting(LiveEvent.OrderAlarm::rung)
        .containsExactly(AlarmRung.values());
    assertThat(alarms(order)).extracting(LiveEvent.OrderAlarm::since).containsOnly(placed);
  }

  @Test
  void aNodeThatWasDownRingsEachRungOnceAllTheSame() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.clock.forward(Duration.ofMinutes(4));

    strikeAll();

    assertThat(alarms(order)).hasSize(5);
  }

  @Test
  void whoeverHasSeenTheOrderSilencesIt() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.clock.forward(Duration.ofSeconds(31));
    strikeAll();

    OrderSummary seen = moved(world.apply(order.id(), new OrderCommand.Acknowledge()));
    world.clock.forward(Duration.ofMinutes(8));
    strikeAll();

    assertThat(seen.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(seen.standing().flags()).containsExactly(OrderFlag.ACKNOWLEDGED);
    assertThat(alarms(order)).hasSize(2);
    assertThat(world.apply(order.id(), new OrderCommand.Acknowledge()))
        .isEqualTo(new OrderResult.NotAllowed(OrderStatus.PENDING, Refusal.ALREADY_DONE));
    assertThat(world.told(order.conversationId())).isEmpty();
  }

  @Test
  void anAcceptedOrderIsSilent() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.apply(order.id(), new OrderCommand.Accept(null));
    world.clock.forward(Duration.ofMinutes(8));
    strikeAll();

    assertThat(alarms(order)).hasSize(1);
    assertThat(world.count("order_timer")).isZero();
  }

  @Test
  void manyNodesRingOnce() throws Exception {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.clock.forward(Duration.ofSeconds(30));
    Callable<Integer> node = () -> due.strike(10);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(
              threads.invokeAll(Collections.nCopies(6, node)).stream()
                  .mapToInt(done -> done.resultNow())
                  .sum())
          .isEqualTo(1);
    }

    assertThat(alarms(order)).hasSize(2);
  }

  @Test
  void afterFiveMinutesTheCustomerIsAskedAndAnotherBranchMakesIt() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    dearer(new Money(2_500));
    world.clock.forward(Duration.ofMinutes(5));
    strikeAll();

    MessageContent.Buttons asked = asked(order);
    assertThat(asked.text()).contains("فرع الملز").contains("50.00 ر.س (زيادة 2.00 ر.س)");
    assertThat(asked.buttons())
        .extracting(MessageContent.Button::id)
        .containsExactly(
            Rescue.elsewhereId(order.id(), Noor.MALAZ.id(), new Money(5_000)),
            Rescue.callId(order.id()));

    assertThat(asked.buttons())
        .extracting(MessageContent.Button::id)
        .containsExactly(
            new Tap.Elsewhere(order.id(), Noor.MALAZ.id(), 5_000).id(),
            new Tap.Call(order.id()).id());
    OrderSummary there =
        moved(
            world.apply(
                order.id(), new OrderCommand.MakeElsewhere(Noor.MALAZ.id(), new Money(5_000))));

    assertThat(there.branchId()).isEqualTo(Noor.MALAZ.id());
    assertThat(there.number()).isEqualTo("B-1");
    assertThat(there.total()).isEqualTo(new Money(5_000));
    assertThat(there.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(there.standing().flags()).contains(OrderFlag.MOVED);
    var conversation =
        world.in(tx -> world.conversations.summary(tx, Noor.ID, order.conversationId()));
    assertThat(conversation.branchId()).isEqualTo(Noor.MALAZ.id());
    assertThat(alarms(order).getLast().branchId()).isEqualTo(Noor.MALAZ.id());
    world.clock.forward(Duration.ofMinutes(9));
    assertThat(overdue.expireOverdue(10)).isZero();
    world.clock.forward(Duration.ofMinutes(1));
    assertThat(overdue.expireOverdue(10)).isEqualTo(1);
  }

  @Test
  void whatWasNotOfferedIsNotMade() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    var wanted = new OrderCommand.MakeElsewhere(Noor.MALAZ.id(), new Money(4_800));

    assertThat(world.apply(order.id(), wanted))
        .isEqualTo(new OrderResult.NotAllowed(OrderStatus.PENDING, Refusal.NOT_OFFERED));

    world.apply(order.id(), new OrderCommand.OfferRescue());
    dearer(new Money(9_000));
    assertThat(world.apply(order.id(), wanted))
        .isEqualTo(new OrderResult.NotAllowed(OrderStatus.PENDING, Refusal.NOT_OFFERED));
    assertThat(world.order(order.id()).number()).isEqualTo(order.number());
  }

  @Test
  void whereNoBranchHasItAllOnlyACallIsOffered() {
    OrderSummary order = world.placed(Fulfilment.DELIVERY);
    world.clock.forward(Duration.ofMinutes(5));
    strikeAll();

    assertThat(asked(order).buttons())
        .extracting(MessageContent.Button::id)
        .containsExactly(Rescue.callId(order.id()));
    OrderSummary called = moved(world.apply(order.id(), new OrderCommand.CallBack()));
    assertThat(called.standing().flags()).contains(OrderFlag.CALL_BACK);
  }

  @Test
  void aTapIsObeyedWhilePeopleHaveTheConversation() {
    world.conversations.tell(new RescueTaps(world.orders, world.conversations));
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.clock.forward(Duration.ofMinutes(5));
    strikeAll();
    MessageContent.Buttons asked = asked(order);
    world.database.changeRestaurant(
        Noor.ID,
        tx ->
            world.conversations.escalate(
                tx, Noor.ID, order.conversationId(), EscalationReason.ASKED_FOR_PERSON));

    world.taps(order.conversationId(), asked.buttons().getFirst());

    assertThat(world.order(order.id()).branchId()).isEqualTo(Noor.MALAZ.id());
    assertThat(world.told(order.conversationId()).getLast()).contains("B-1");

    world.taps(order.conversationId(), asked.buttons().getLast());
    assertThat(world.order(order.id()).standing().flags()).contains(OrderFlag.CALL_BACK);
  }

  @Test
  void whoDoesNotAnswerGetsAnApologyAndAPerson() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.clock.forward(Duration.ofMinutes(10));
    strikeAll();
    assertThat(overdue.expireOverdue(10)).isEqualTo(1);

    assertThat(world.order(order.id()).status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(world.told(order.conversationId()).getLast()).contains("نعتذر منك");
    var conversation =
        world.in(tx -> world.conversations.summary(tx, Noor.ID, order.conversationId()));
    assertThat(conversation.status()).isEqualTo(ConversationStatus.ESCALATED);
    assertThat(conversation.reason()).isEqualTo(EscalationReason.ORDER_UNANSWERED);
  }

  @Test
  void aScheduledOrderWaitsForItsTimeLessThePreparation() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    Instant wanted = world.clock.instant().plus(Duration.ofHours(3));
    world.apply(order.id(), new OrderCommand.Reschedule(wanted));
    OrderSummary accepted = moved(world.apply(order.id(), new OrderCommand.Accept(null)));

    assertThat(accepted.promisedAt()).isEqualTo(wanted);
    assertThat(accepted.standing().kitchen()).isEqualTo(KitchenState.HELD);
    assertThat(world.told(order.conversationId()).getLast())
        .isEqualTo("تم قبول طلبك " + order.number() + " ✅ وموعده 23:00.");
    assertThat(world.apply(order.id(), new OrderCommand.StartPreparing()))
        .isInstanceOf(OrderResult.NotAllowed.class);

    world.clock.set(wanted.minus(Duration.ofMinutes(20)).minusMillis(1));
    strikeAll();
    assertThat(world.order(order.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
    world.clock.forward(Duration.ofMillis(1));
    strikeAll();
    assertThat(world.order(order.id()).status()).isEqualTo(OrderStatus.PREPARING);
  }

  @Test
  void staffFireAScheduledOrderEarly() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    Instant wanted = world.clock.instant().plus(Duration.ofHours(3));
    world.apply(order.id(), new OrderCommand.Reschedule(wanted));
    world.apply(order.id(), new OrderCommand.Accept(null));

    OrderSummary fired = moved(world.apply(order.id(), new OrderCommand.Fire()));

    assertThat(fired.status()).isEqualTo(OrderStatus.PREPARING);
    assertThat(world.count("order_timer")).isZero();
  }

  @Test
  void whatIsReadyForThreeHoursWasCollected() {
    OrderSummary order = ready();
    world.clock.forward(Duration.ofHours(3).minusMillis(1));
    strikeAll();
    assertThat(world.order(order.id()).status()).isEqualTo(OrderStatus.READY);
    int told = world.told(order.conversationId()).size();

    world.clock.forward(Duration.ofMillis(1));
    strikeAll();

    OrderSummary closed = world.order(order.id());
    assertThat(closed.status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(closed.standing().flags()).containsExactly(OrderFlag.AUTO_COMPLETED);
    assertThat(world.told(order.conversationId())).hasSize(told);
  }

  @Test
  void whatWasNotReadyAfterAllIsNotClosedByTheOldTime() {
    OrderSummary order = ready();
    world.clock.forward(Duration.ofMinutes(9));
    world.apply(order.id(), new OrderCommand.UndoReady(Why.said("ناقص كولا")));
    world.clock.forward(Duration.ofHours(4));
    strikeAll();

    assertThat(world.order(order.id()).status()).isEqualTo(OrderStatus.PREPARING);
  }

  @Test
  void aCancellationNobodyDecidesIsMarkedOnce() {
    OrderSummary order = ready();
    world.apply(order.id(), new OrderCommand.AskToCancel());
    world.clock.forward(Duration.ofMinutes(3));
    strikeAll();
    strikeAll();

    OrderSummary late = world.order(order.id());
    assertThat(late.status()).isEqualTo(OrderStatus.CANCEL_REQUESTED);
    assertThat(late.standing().flags()).containsExactly(OrderFlag.CANCEL_LATE);
    assertThat(moved(world.apply(order.id(), new OrderCommand.RefuseCancel())).status())
        .isEqualTo(OrderStatus.READY);
  }

  private OrderSummary ready() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.apply(order.id(), new OrderCommand.Accept(null));
    world.apply(order.id(), new OrderCommand.StartPreparing());
    return moved(world.apply(order.id(), new OrderCommand.MarkReady()));
  }

  private void dearer(Money price) {
    world.database.changeRestaurant(
        Noor.ID, tx -> world.menus.setPrice(tx, Noor.ID, Noor.MALAZ.id(), Noor.BURGER.id(), price));
  }

  /// As the job does: again, as long as there was something to do.
  private void strikeAll() {
    while (due.strike(10) > 0) {
      Thread.onSpinWait();
    }
  }

  private List<LiveEvent.OrderAlarm> alarms(OrderSummary order) {
    return world.events().stream()
        .filter(LiveEvent.OrderAlarm.class::isInstance)
        .map(LiveEvent.OrderAlarm.class::cast)
        .filter(alarm -> alarm.orderId().equals(order.id()))
        .toList();
  }

  private MessageContent.Buttons asked(OrderSummary order) {
    return world.said(order.conversationId()).stream()
        .filter(MessageContent.Buttons.class::isInstance)
        .map(MessageContent.Buttons.class::cast)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static OrderSummary moved(OrderResult result) {
    assertThat(result).isInstanceOf(OrderResult.Moved.class);
    return ((OrderResult.Moved) result).order();
  }
}
