package com.crmres.server.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.ExpediterOrder;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.kitchen.WasteEntry;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.Why;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tickets of an order that another branch makes from now on.
class LeftTicketsTest {

  private final NoorKitchen noor = new NoorKitchen();
  private OrderSummary order;

  @BeforeEach
  void move() throws Exception {
    noor.threeStations();
    order = noor.accepted();
    noor.move(order.id(), new OrderCommand.MoveTo(noor.house.staff.malaz, Why.said("الفرن عطلان")));
  }

  @AfterEach
  void close() {
    noor.close();
  }

  @Test
  void theyAreStruckOutWhereTheyWereUnderTheOldNumberUntilSomebodyHasSeenIt() throws Exception {
    KitchenTicket grill = noor.tickets("grill").getFirst();

    assertThat(grill.number()).isEqualTo(order.number());
    assertThat(grill.branchId()).isEqualTo(noor.olaya);
    assertThat(grill.marks()).contains(TicketMark.VOIDED);
    assertThat(grill.lines())
        .allSatisfy(line -> assertThat(line.state()).isEqualTo(KitchenState.VOIDED));
    assertThat(noor.ask(grill, KitchenAction.BUMP, null, null).error().code())
        .isEqualTo("MOVE_NOT_ALLOWED");
    assertThat(noor.list("orders", "", ExpediterOrder.class)).isEmpty();

    noor.does(grill, KitchenAction.ACKNOWLEDGE_VOID);

    assertThat(noor.tickets("grill")).isEmpty();
  }

  @Test
  void theNewBranchMakesItUnderItsOwnNumber() throws Exception {
    List<KitchenTicket> there = ofMalaz();

    assertThat(there).hasSize(1);
    KitchenTicket ticket = there.getFirst();
    assertThat(ticket.number()).isNotEqualTo(order.number());
    assertThat(ticket.lines()).hasSize(2);
    assertThat(ticket.marks()).doesNotContain(TicketMark.VOIDED);

    Answer bumped =
        noor.as(
            Role.OWNER,
            "POST",
            "/v1/kitchen/tickets/" + ticket.id() + "/commands",
            Json.write(
                new com.crmres.common.kitchen.KitchenCommandRequest(
                    noor.house.ids.next(),
                    KitchenAction.BUMP,
                    ticket.version(),
                    null,
                    null,
                    null)));

    assertThat(bumped.status()).as(bumped.response().body()).isEqualTo(200);
    assertThat(noor.status(order.id())).isEqualTo(OrderStatus.READY);
    assertThat(noor.tickets("grill")).hasSize(1);
  }

  @Test
  void whatTheFirstBranchHadMadeIsItsWasteAndTheOtherOneBegins() throws Exception {
    OrderSummary begun = noor.accepted();
    KitchenTicket grill = noor.tickets("grill").getLast();
    noor.does(grill, KitchenAction.BUMP);
    assertThat(noor.status(begun.id())).isEqualTo(OrderStatus.PREPARING);

    noor.move(begun.id(), new OrderCommand.MoveTo(noor.house.staff.malaz, Why.said("حريق")));

    assertThat(noor.status(begun.id())).isEqualTo(OrderStatus.PREPARING);
    assertThat(noor.list("waste", "", WasteEntry.class))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.orderId()).isEqualTo(begun.id());
          assertThat(entry.reason()).isEqualTo(WasteEntry.Reason.ORDER_MOVED);
          assertThat(entry.madeAt()).isNotNull();
          assertThat(entry.branchId()).isEqualTo(noor.olaya);
        });
    assertThat(ofMalaz())
        .filteredOn(ticket -> ticket.orderId().equals(begun.id()))
        .isNotEmpty()
        .allSatisfy(ticket -> {
          assertThat(ticket.firedAt()).isNotNull();
          assertThat(ticket.lines())
              .allSatisfy(line -> assertThat(line.state()).isEqualTo(KitchenState.FIRED));
        });
  }

  @Test
  void whatWasMadeWithoutNetworkWhereItWasIsWasteThereAndTheOrderStaysWhereItIs() throws Exception {
    OrderSummary other = noor.accepted();
    KitchenTicket seen = noor.tickets("grill").getLast();
    Instant made = noor.house.clock.instant().plus(Duration.ofMinutes(4));
    noor.house.clock.forward(Duration.ofMinutes(3));
    noor.move(other.id(), new OrderCommand.MoveTo(noor.house.staff.malaz, Why.said("حريق")));
    noor.house.clock.forward(Duration.ofMinutes(7));

    KitchenAnswer answer = NoorKitchen.answered(noor.ask(seen, KitchenAction.BUMP, null, made));

    assertThat(answer.outcome()).isEqualTo(KitchenAnswer.Outcome.FOOD_MADE);
    assertThat(answer.message()).contains("فرع آخر");
    assertThat(noor.status(other.id())).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(noor.list("waste", "", WasteEntry.class))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.branchId()).isEqualTo(noor.olaya);
          assertThat(entry.reason()).isEqualTo(WasteEntry.Reason.ORDER_MOVED);
          assertThat(entry.madeAt()).isEqualTo(made);
          assertThat(entry.offline()).isTrue();
        });
  }

  private List<KitchenTicket> ofMalaz() throws Exception {
    Answer answer =
        noor.as(Role.OWNER, "GET", "/v1/kitchen/tickets?branch=" + noor.house.staff.malaz, null);
    assertThat(answer.status()).isEqualTo(200);
    List<KitchenTicket> found = new ArrayList<>();
    for (JsonNode item : answer.as(JsonNode.class).get("items")) {
      found.add(Json.read(item.toString(), KitchenTicket.class));
    }
    return found;
  }
}
