package com.crmres.server.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.kitchen.WasteEntry;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.ordering.OrderCommand;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the kitchen takes back after the order was ready, over real HTTP.
class RecallTest {

  private final NoorKitchen noor = new NoorKitchen();
  private OrderSummary order;

  @BeforeEach
  void ready() throws Exception {
    noor.threeStations();
    order = noor.accepted();
    for (String station : List.of("grill", "drinks", "pack")) {
      noor.does(noor.tickets(station).getFirst(), KitchenAction.BUMP);
    }
    assertThat(noor.status(order.id())).isEqualTo(OrderStatus.READY);
  }

  @AfterEach
  void close() {
    noor.close();
  }

  @Test
  void aRecalledBumpTakesTheOrderBackByTheNamedUndoWithItsReason() throws Exception {
    KitchenTicket done = bumped("grill");
    noor.house.clock.forward(Duration.ofMinutes(9));

    KitchenTicket back =
        NoorKitchen.answered(noor.ask(done, recall(done, "البرقر ناقص جبن"))).ticket();

    assertThat(noor.status(order.id())).isEqualTo(OrderStatus.PREPARING);
    assertThat(back.marks()).contains(TicketMark.RECALLED);
    assertThat(back.lines().getFirst().state()).isEqualTo(KitchenState.FIRED);
    assertThat(noor.tickets()).extracting(KitchenTicket::id).containsExactly(done.id());
    assertThat(last().move()).isEqualTo("not_ready");
    assertThat(last().reason()).isEqualTo("البرقر ناقص جبن");

    noor.does(noor.tickets("grill").getFirst(), KitchenAction.BUMP);
    assertThat(noor.status(order.id())).isEqualTo(OrderStatus.READY);
  }

  @Test
  void aDishOfAReadyOrderIsMadeOnceMoreAndTheFirstOneIsWaste() throws Exception {
    KitchenTicket done = bumped("grill");

    KitchenTicket again =
        noor.does(done, KitchenAction.REMAKE_LINE, done.lines().getFirst()).ticket();

    assertThat(noor.status(order.id())).isEqualTo(OrderStatus.PREPARING);
    assertThat(again.lines().getFirst().state()).isEqualTo(KitchenState.REMADE);
    assertThat(noor.list("waste", "", WasteEntry.class))
        .extracting(WasteEntry::reason)
        .containsExactly(WasteEntry.Reason.REMADE);
    noor.does(again, KitchenAction.BUMP);
    assertThat(noor.status(order.id())).isEqualTo(OrderStatus.READY);
  }

  @Test
  void afterTenMinutesItIsTooLateAndNothingChanges() throws Exception {
    KitchenTicket done = bumped("grill");
    noor.house.clock.forward(Duration.ofMinutes(10).plusSeconds(1));

    Answer answer = noor.ask(done, recall(done, null));

    assertThat(answer.error().code()).isEqualTo("MOVE_NOT_ALLOWED");
    assertThat(answer.response().body()).contains("فات وقته");
    assertThat(noor.status(order.id())).isEqualTo(OrderStatus.READY);
    assertThat(bumped("grill")).isEqualTo(done);
  }

  @Test
  void whatHasLeftTheHouseIsNotTakenBack() throws Exception {
    KitchenTicket done = bumped("pack");
    noor.move(
        order.id(),
        order.fulfilment() == Fulfilment.PICKUP
            ? new OrderCommand.HandOver()
            : new OrderCommand.Dispatch());

    KitchenTicket now = bumped("pack");
    Answer answer = noor.ask(now, recall(now, null));

    assertThat(answer.error().code()).isEqualTo("MOVE_NOT_ALLOWED");
    assertThat(answer.response().body()).contains("غير ممكن في حالة الطلب الحالية");
    assertThat(now.lines()).isEqualTo(done.lines());
  }

  private KitchenTicket bumped(String station) throws Exception {
    return noor.list(
            "recall",
            "&station=" + com.crmres.server.ordering.cart.Noor.id(station),
            KitchenTicket.class)
        .getFirst();
  }

  private KitchenCommandRequest recall(KitchenTicket ticket, @Nullable String reason) {
    return new KitchenCommandRequest(
        noor.house.ids.next(),
        KitchenAction.UNDO_BUMP,
        ticket.version(),
        null,
        "screen-1",
        null,
        reason);
  }

  private OrderEvent last() {
    return noor.in(tx -> noor.orders.events(tx, noor.restaurantId, order.id()).getLast());
  }
}
