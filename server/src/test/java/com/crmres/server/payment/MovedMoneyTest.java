package com.crmres.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentSummary;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.Why;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.payment.ProviderAnswer.Standing;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The money of an order is the business of the branch that makes it.
class MovedMoneyTest {

  private final MoneyHouse house = new MoneyHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void paymentsGoWithTheOrderToTheOtherBranch() throws Exception {
    OrderSummary order = paid();

    move(order.id());

    assertThat(house.payments(order.id()))
        .isNotEmpty()
        .extracting(PaymentSummary::branchId)
        .containsOnly(Noor.MALAZ.id());
  }

  @Test
  void whatPeopleMustGiveBackIsSeenByTheOtherBranchAlone() {
    OrderSummary order = house.orderTomorrow(Fulfilment.PICKUP);
    house.world.apply(order.id(), new OrderCommand.Accept(15));
    house.world.apply(order.id(), new OrderCommand.CollectCash(null));
    house.world.alter(order.id(), 1, true);
    List<PaymentTask> before = house.tasks();

    move(order.id());

    assertThat(before).isNotEmpty();
    assertThat(house.tasks()).isEmpty();
    assertThat(tasksAtMalaz()).hasSameSizeAs(before);
  }

  private List<PaymentTask> tasksAtMalaz() {
    return house.world.in(tx -> house.payments.openTasks(tx, Noor.ID, Set.of(Noor.MALAZ.id())));
  }

  private void move(UUID order) {
    OrderCommand there = new OrderCommand.MoveTo(Noor.MALAZ.id(), Why.said("الفرن عطلان"));
    house.world.apply(order, there);
    assertThat(house.world.order(order).branchId()).isEqualTo(Noor.MALAZ.id());
  }

  private OrderSummary paid() throws InterruptedException {
    OrderSummary order = house.orderTomorrow(Fulfilment.PICKUP);
    house.begin(order.id(), PaymentMethod.LINK);
    house.work();
    String link = house.links(order.id()).getLast().providerId();
    house.provider.stands(link, Standing.PAID);
    house.hint(link);
    house.work();
    house.world.apply(order.id(), new OrderCommand.Accept(15));
    return house.world.order(order.id());
  }
}
