package com.crmres.server.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.pos.HandOverAt;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.OrderResult;
import com.crmres.server.ordering.Why;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Noor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An order of a branch without a till goes to one whose till takes what was accepted.
class MovedToATillTest {

  private final TillHouse house = new TillHouse();

  @BeforeEach
  void takesWhatWasAccepted() {
    house.handsOver(HandOverAt.ACCEPTED);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatWasAcceptedBeforeItsTillGetsAtOnce() {
    OrderSummary order = atMalaz();
    apply(order.id(), new OrderCommand.Accept(15));

    apply(order.id(), toOlaya());
    house.settle();

    assertThat(house.till.pushed)
        .singleElement()
        .satisfies(told -> assertThat(told.total()).isEqualTo(order.total()));
  }

  @Test
  void whatWaitsItsTillGetsOnceItIsAccepted() {
    OrderSummary order = atMalaz();

    apply(order.id(), toOlaya());
    house.settle();
    assertThat(house.till.pushed).isEmpty();
    apply(order.id(), new OrderCommand.Accept(15));
    house.settle();

    assertThat(house.till.pushed).hasSize(1);
  }

  private OrderSummary atMalaz() {
    return house.placed(new CartCommand.Add(Noor.COLA.id(), 2, List.of()), house.house.staff.malaz);
  }

  private OrderCommand toOlaya() {
    return new OrderCommand.MoveTo(house.olaya, Why.said("الفرن عطلان"));
  }

  private void apply(UUID order, OrderCommand command) {
    assertThat(house.byStaff(order, command)).isInstanceOf(OrderResult.Moved.class);
  }
}
