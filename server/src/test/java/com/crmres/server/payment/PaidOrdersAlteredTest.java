package com.crmres.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentSettings;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentSummary;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.payment.ProviderAnswer.Standing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Orders that are changed after money came for them: only the difference moves.
class PaidOrdersAlteredTest {

  private final MoneyHouse house = new MoneyHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatBecomesDearerAsksForTheRestByALink() throws Exception {
    OrderSummary order = paid();

    assertThat(house.world.alter(order.id(), 3, false)).isEqualTo("Altered");
    house.work();

    List<PaymentSummary> payments = house.payments(order.id());
    assertThat(payments)
        .extracting(PaymentSummary::state)
        .endsWith(PaymentState.PAID, PaymentState.PENDING);
    assertThat(payments.getLast().amount()).isEqualTo(new Money(2_400));
    assertThat(payments.getLast().method()).isEqualTo(PaymentMethod.LINK);
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.PENDING);
    assertThat(house.stands(order.id()).paid()).isEqualTo(order.total());

    pay(order.id());

    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.PAID);
    assertThat(house.stands(order.id()).paid()).isEqualTo(new Money(7_200));
    assertThat(house.tasks()).isEmpty();
  }

  @Test
  void whatBecomesCheaperGivesTheDifferenceBackAndIsPaid() throws Exception {
    OrderSummary order = paid();

    assertThat(house.world.alter(order.id(), 1, false)).isEqualTo("Altered");
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.REFUND_PENDING);
    assertThat(house.tasks())
        .singleElement()
        .satisfies(task -> {
          assertThat(task.reason()).isEqualTo(PaymentTask.Reason.ALTERED);
          assertThat(task.amount()).isEqualTo(new Money(2_400));
        });
    house.work();

    assertThat(house.links(order.id()).getFirst().refunded()).isEqualTo(new Money(2_400));
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.PAID);
    assertThat(house.stands(order.id()).paid()).isEqualTo(new Money(2_400));
    assertThat(house.stands(order.id()).refunded()).isEqualTo(Money.ZERO);
    assertThat(house.tasks()).isEmpty();
  }

  @Test
  void upAndDownAsOftenAsOneLikesEndsAtWhatItCosts() throws Exception {
    OrderSummary order = paid();

    for (int pieces : List.of(1, 4, 2, 3, 1, 2)) {
      house.world.alter(order.id(), pieces, pieces % 2 == 0);
      house.work();
      pay(order.id());
      assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.PAID);
      assertThat(house.stands(order.id()).paid()).isEqualTo(new Money(2_400L * pieces));
      assertThat(house.due(order.id())).isZero();
    }
  }

  @Test
  void whatWasGivenBackOutOfKindnessIsNotAskedForAgain() throws Exception {
    OrderSummary order = paid();
    UUID payment = house.payments(order.id()).getLast().id();
    house.refund(payment, UUID.randomUUID(), 500);
    house.work();

    house.world.alter(order.id(), 3, true);

    assertThat(house.payments(order.id()).getLast().amount()).isEqualTo(new Money(2_400));
  }

  @Test
  void aRestThatNobodyPaysLeavesTheOrderShortAndMayBePaidInAnotherWay() throws Exception {
    OrderSummary order = paid();
    house.world.alter(order.id(), 3, false);
    house.work();
    house.provider.stands(last(order.id()), Standing.EXPIRED);
    house.hint(last(order.id()));
    house.work();

    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.EXPIRED);
    assertThat(house.begin(order.id(), PaymentMethod.CASH)).isInstanceOf(PayResult.Begun.class);
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.COD_DUE);

    house.world.handOver(house.world.order(order.id()));

    assertThat(house.stands(order.id()).paid()).isEqualTo(new Money(7_200));
    assertThat(house.due(order.id())).isZero();
  }

  @Test
  void aRestAtTheDoorMayComeShortAndTheBranchTakesWhatIsMissing() throws Exception {
    OrderSummary order = paid();
    house.world.apply(order.id(), new OrderCommand.Accept(15));
    house.world.alter(order.id(), 3, true);
    house.begin(order.id(), PaymentMethod.CASH);

    house.world.apply(order.id(), new OrderCommand.CollectCash(new Money(2_000)));
    assertThat(house.stands(order.id())).isEqualTo(house.comesTo(order.id()));
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.COD_SHORT);

    house.world.apply(order.id(), new OrderCommand.CollectCash(null));
    assertThat(house.stands(order.id())).isEqualTo(house.comesTo(order.id()));
    assertThat(house.stands(order.id()).paid()).isEqualTo(new Money(7_200));
  }

  @Test
  void whatWasCollectedAndIsTooMuchPeopleGiveBackFromTheBoard() {
    OrderSummary order = house.orderTomorrow(Fulfilment.PICKUP);
    house.world.apply(order.id(), new OrderCommand.Accept(15));
    house.world.apply(order.id(), new OrderCommand.CollectCash(null));
    assertThat(house.world.alter(order.id(), 1, true)).isEqualTo("Moved");
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.REFUND_PENDING);

    house.world.apply(order.id(), new OrderCommand.SettleRefund());

    assertThat(house.stands(order.id())).isEqualTo(house.comesTo(order.id()));
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.COD_COLLECTED);
    assertThat(house.stands(order.id()).paid()).isEqualTo(new Money(2_400));
  }

  @Test
  void anOrderThatEndsBeforeItsRestIsPaidGivesAllThatCameBack() throws Exception {
    OrderSummary order = paid();
    house.world.alter(order.id(), 3, false);
    house.work();

    house.world.apply(order.id(), new OrderCommand.Reject("مشغولين"));
    house.work();
    house.work();

    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.REFUNDED);
    assertThat(house.payments(order.id()))
        .extracting(PaymentSummary::state)
        .endsWith(PaymentState.REFUNDED, PaymentState.CANCELLED);
  }

  @Test
  void aLinkForTheOldPriceThatIsPaidAfterTheChangeCountsAndTheRestGoesBack() throws Exception {
    OrderSummary order = house.orderTomorrow(Fulfilment.PICKUP);
    house.begin(order.id(), PaymentMethod.LINK);
    house.work();
    String old = last(order.id());
    house.world.alter(order.id(), 1, false);

    house.provider.stands(old, Standing.PAID);
    house.hint(old);
    house.work();
    house.work();

    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.PAID);
    assertThat(house.stands(order.id()).paid()).isEqualTo(new Money(2_400));
    assertThat(house.links(order.id()).getFirst().refunded()).isEqualTo(new Money(2_400));
  }

  @Test
  void aboveWhatTheDoorTakesOnlyTheLinkIsLeftAlsoAfterAChange() throws Exception {
    house.offers(
        new PaymentSettings(
            List.of(PaymentMethod.CASH, PaymentMethod.LINK), new Money(5_000), 20, 1));
    OrderSummary order = house.orderTomorrow(Fulfilment.PICKUP);
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.COD_DUE);

    house.world.alter(order.id(), 3, false);
    house.work();

    PaymentSummary open = house.payments(order.id()).getLast();
    assertThat(open.method()).isEqualTo(PaymentMethod.LINK);
    assertThat(open.amount()).isEqualTo(new Money(7_200));
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.PENDING);
  }

  @Test
  void whatNobodyTakesInAnyWayIsNotMadeByAChangeEither() throws Exception {
    house.offers(new PaymentSettings(List.of(PaymentMethod.CASH), new Money(5_000), 20, 1));
    OrderSummary order = house.orderTomorrow(Fulfilment.PICKUP);

    assertThat(house.world.alter(order.id(), 3, false)).isEqualTo("NotPayable");
    assertThat(house.world.alter(order.id(), 3, true)).isEqualTo("NotPayable");

    assertThat(house.world.order(order.id())).isEqualTo(order);
  }

  private OrderSummary paid() throws InterruptedException {
    OrderSummary order = house.orderTomorrow(Fulfilment.PICKUP);
    house.begin(order.id(), PaymentMethod.LINK);
    house.work();
    pay(order.id());
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.PAID);
    return house.world.order(order.id());
  }

  /// The open link is paid, if there is one.
  private void pay(UUID order) throws InterruptedException {
    house.provider.links().stream()
        .filter(link -> order.equals(link.orderId()) && link.standing() == Standing.OPEN)
        .toList()
        .forEach(link -> {
          house.provider.stands(link.providerId(), Standing.PAID);
          house.hint(link.providerId());
        });
    house.work();
    house.work();
  }

  private String last(UUID order) {
    return house.links(order).getLast().providerId();
  }
}
