package com.crmres.server.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.AllDayCount;
import com.crmres.common.kitchen.ExpediterOrder;
import com.crmres.common.kitchen.HelpRequest;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.kitchen.KitchenModifier;
import com.crmres.common.kitchen.KitchenStats;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.LineChange;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.kitchen.WasteEntry;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.AlterResult;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.OrderLine;
import com.crmres.server.ordering.OrderStep;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.Why;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.Noor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The kitchen over real HTTP: from the accepted order to the customer's message.
class KitchenTest {

  private final NoorKitchen noor = new NoorKitchen();

  @BeforeEach
  void stations() throws Exception {
    noor.threeStations();
  }

  @AfterEach
  void close() {
    noor.close();
  }

  @Test
  void anOrderComesToItsStationsWhenItIsAccepted() throws Exception {
    OrderSummary order = noor.placed();
    assertThat(noor.tickets()).isEmpty();

    noor.move(order.id(), new OrderCommand.Accept(20));

    KitchenTicket grill = noor.tickets("grill").getFirst();
    assertThat(grill.number()).isEqualTo(order.number());
    assertThat(grill.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.quantity()).isEqualTo(2);
          assertThat(line.state()).isEqualTo(KitchenState.PENDING);
          assertThat(line.person()).isEqualTo("للوالدة");
          assertThat(line.note()).isEqualTo("مستوي زين");
          assertThat(line.modifiers())
              .extracting(KitchenModifier::kind)
              .containsExactlyInAnyOrder(KitchenModifier.Kind.EXTRA, KitchenModifier.Kind.WITHOUT);
        });
    assertThat(noor.tickets("drinks").getFirst().lines())
        .extracting(KitchenLine::itemId)
        .containsExactly(Noor.COLA.id());
    assertThat(noor.tickets("pack").getFirst().lines())
        .extracting(KitchenLine::itemId)
        .containsExactly(Noor.BURGER.id());
    assertThat(noor.events()).filteredOn(LiveEvent.TicketChanged.class::isInstance).hasSize(3);
  }

  @Test
  void theFirstLineBegunStartsTheOrderAndTheLastOneMakesItReady() throws Exception {
    OrderSummary order = noor.accepted();
    KitchenTicket grill = noor.tickets("grill").getFirst();

    noor.does(grill, KitchenAction.START_LINE, grill.lines().getFirst());
    assertThat(noor.status(order.id())).isEqualTo(OrderStatus.PREPARING);
    assertThat(noor.tickets("drinks").getFirst().lines().getFirst().state())
        .isEqualTo(KitchenState.FIRED);

    for (String station : List.of("grill", "drinks", "pack")) {
      assertThat(noor.status(order.id())).isEqualTo(OrderStatus.PREPARING);
      noor.does(noor.tickets(station).getFirst(), KitchenAction.BUMP);
    }
    assertThat(noor.status(order.id())).isEqualTo(OrderStatus.READY);
    assertThat(noor.tickets()).isEmpty();
    assertThat(noor.list("recall", "", KitchenTicket.class)).hasSize(3);
  }

  @Test
  void aLineTappedAgainIsUndoneAndABumpReturnsToItsPlace() throws Exception {
    noor.accepted();
    noor.house.clock.forward(Duration.ofMinutes(1));
    noor.accepted();
    KitchenTicket first = noor.tickets("pack").getFirst();

    KitchenTicket done =
        noor.does(first, KitchenAction.LINE_DONE, first.lines().getFirst()).ticket();
    assertThat(done.open()).isFalse();
    assertThat(noor.tickets("pack")).hasSize(1);

    KitchenTicket back = noor.does(done, KitchenAction.LINE_DONE, done.lines().getFirst()).ticket();
    assertThat(back.lines().getFirst().state()).isEqualTo(KitchenState.PENDING);
    KitchenTicket bumped = noor.does(back, KitchenAction.BUMP).ticket();
    assertThat(noor.list("recall", "", KitchenTicket.class))
        .extracting(KitchenTicket::id)
        .containsExactly(first.id());
    KitchenTicket returned = noor.does(bumped, KitchenAction.UNDO_BUMP).ticket();

    assertThat(returned.marks()).contains(TicketMark.RECALLED);
    assertThat(noor.tickets("pack")).extracting(KitchenTicket::id).first().isEqualTo(first.id());
  }

  @Test
  void theSameCommandTwiceIsOneWithOneAnswer() throws Exception {
    noor.accepted();
    KitchenTicket ticket = noor.tickets("drinks").getFirst();
    var bump = request(ticket, KitchenAction.BUMP);

    Answer first = noor.ask(ticket, bump);
    Answer second = noor.ask(ticket, bump);

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.response().body()).isEqualTo(first.response().body());
    var other =
        new KitchenCommandRequest(
            bump.commandId(), KitchenAction.PRIORITISE, ticket.version(), null, null, null);
    assertThat(noor.ask(ticket, other).error().code()).isEqualTo("COMMAND_REUSED");
    assertThat(noor.ask(ticket, request(ticket, KitchenAction.BUMP)).error().code())
        .isEqualTo("CHANGED_MEANWHILE");
  }

  @Test
  void aCancellationThatIsAskedForHoldsTheTicketAndARefusalLetsItGoOn() throws Exception {
    OrderSummary order = noor.accepted();
    KitchenTicket grill = noor.tickets("grill").getFirst();
    noor.does(grill, KitchenAction.START_LINE, grill.lines().getFirst());

    noor.move(order.id(), new OrderCommand.AskToCancel(Why.said("غيرت رأيي")));

    KitchenTicket held = noor.tickets("grill").getFirst();
    assertThat(held.marks()).contains(TicketMark.CANCEL_REQUESTED);
    assertThat(held.lines().getFirst().state()).isEqualTo(KitchenState.HELD);
    assertThat(noor.ask(held, KitchenAction.BUMP, null, null).error().code())
        .isEqualTo("MOVE_NOT_ALLOWED");

    noor.move(order.id(), new OrderCommand.RefuseCancel());
    assertThat(noor.tickets("grill").getFirst().lines().getFirst().state())
        .isEqualTo(KitchenState.STARTED);
  }

  @Test
  void aCancelledOrderMustBeAcknowledgedAndWhatWasBegunIsWaste() throws Exception {
    OrderSummary order = noor.accepted();
    KitchenTicket grill = noor.tickets("grill").getFirst();
    noor.does(grill, KitchenAction.START_LINE, grill.lines().getFirst());

    noor.move(order.id(), new OrderCommand.Cancel("خلص"));

    KitchenTicket gone = noor.tickets("grill").getFirst();
    assertThat(gone.marks()).contains(TicketMark.VOIDED);
    noor.does(gone, KitchenAction.ACKNOWLEDGE_VOID);
    assertThat(noor.tickets("grill")).isEmpty();
    assertThat(noor.list("waste", "", WasteEntry.class))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.reason()).isEqualTo(WasteEntry.Reason.ORDER_CANCELLED);
          assertThat(entry.quantity()).isEqualTo(2);
          assertThat(entry.offline()).isFalse();
        });
  }

  /// peers.md D7, E8 10
  @Test
  void foodThatWasMadeWithoutNetworkForACancelledOrderIsWasteAndTheOrderStaysCancelled()
      throws Exception {
    OrderSummary order = noor.accepted();
    KitchenTicket seen = noor.tickets("grill").getFirst();
    Instant made = noor.house.clock.instant().plus(Duration.ofMinutes(4));
    noor.house.clock.forward(Duration.ofMinutes(3));
    noor.move(order.id(), new OrderCommand.Cancel("خلص"));
    noor.house.clock.forward(Duration.ofMinutes(7));

    KitchenAnswer answer = NoorKitchen.answered(noor.ask(seen, KitchenAction.BUMP, null, made));

    assertThat(answer.outcome()).isEqualTo(KitchenAnswer.Outcome.FOOD_MADE);
    assertThat(answer.message()).contains("21:03");
    assertThat(noor.status(order.id())).isEqualTo(OrderStatus.CANCELLED);
    assertThat(noor.list("waste", "", WasteEntry.class))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.madeAt()).isEqualTo(made);
          assertThat(entry.offline()).isTrue();
        });
  }

  @Test
  void aBumpWithoutNetworkCountsAtTheTimeOfItsDevice() throws Exception {
    OrderSummary order = noor.accepted();
    List<KitchenTicket> seen = noor.tickets();
    Instant made = noor.house.clock.instant().plus(Duration.ofMinutes(2));
    noor.house.clock.forward(Duration.ofMinutes(10));
    noor.move(order.id(), new OrderCommand.StartPreparing());

    for (KitchenTicket ticket : seen) {
      KitchenAnswer answer = NoorKitchen.answered(noor.ask(ticket, KitchenAction.BUMP, null, made));
      assertThat(answer.outcome()).isEqualTo(KitchenAnswer.Outcome.DONE_OFFLINE);
      assertThat(answer.ticket().doneAt()).isEqualTo(made);
      assertThat(answer.ticket().marks()).contains(TicketMark.OFFLINE);
    }
    assertThat(noor.status(order.id())).isEqualTo(OrderStatus.READY);
  }

  @Test
  void aScheduledOrderWaitsForItsTime() throws Exception {
    noor.wantedAt = noor.house.clock.instant().plus(Duration.ofHours(2));
    noor.accepted();
    assertThat(noor.tickets()).isEmpty();
    assertThat(noor.list("scheduled", "", KitchenTicket.class)).hasSize(3);
    DueOrders due = new DueOrders(noor.house.database, noor.kitchen, noor.house.clock);
    assertThat(due.lookAtDue(10)).isZero();

    noor.house.clock.forward(Duration.ofMinutes(101));
    assertThat(due.lookAtDue(10)).isEqualTo(1);

    assertThat(noor.list("scheduled", "", KitchenTicket.class)).isEmpty();
    assertThat(noor.tickets())
        .hasSize(3)
        .allSatisfy(
            ticket -> assertThat(ticket.lines().getFirst().state()).isEqualTo(KitchenState.FIRED));
    assertThat(due.lookAtDue(10)).isZero();
  }

  @Test
  void aScheduledOrderMayBeGivenOutEarly() throws Exception {
    noor.wantedAt = noor.house.clock.instant().plus(Duration.ofHours(2));
    noor.accepted();
    KitchenTicket waiting = noor.list("scheduled", "", KitchenTicket.class).getFirst();

    noor.does(waiting, KitchenAction.FIRE);

    assertThat(noor.tickets()).hasSize(3);
  }

  @Test
  void anEditAddsAndStrikesOut() throws Exception {
    OrderSummary order = noor.accepted();
    List<OrderLine> lines = lines(order);
    OrderLine burger = lines.getFirst();
    OrderLine three = withQuantity(burger, 3);
    OrderLine fries =
        new OrderLine(
            noor.house.ids.next(),
            Noor.FRIES.id(),
            List.of(),
            null,
            null,
            new OrderSummary.Line(
                Noor.FRIES.id(), 1, Noor.FRIES.name(), null, List.of(), null, Noor.FRIES.price()),
            List.of());

    noor.follow(edited(order, List.of(three, fries)));

    KitchenTicket grill = noor.tickets("grill").getFirst();
    assertThat(grill.lines()).extracting(KitchenLine::quantity).containsExactly(2, 1);
    assertThat(grill.lines().getLast().change()).isEqualTo(LineChange.ADDED);
    assertThat(grill.marks()).contains(TicketMark.CHANGED);
    KitchenTicket drinks = noor.tickets("drinks").getFirst();
    assertThat(drinks.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.state()).isEqualTo(KitchenState.VOIDED);
          assertThat(line.change()).isEqualTo(LineChange.REMOVED);
        });
    noor.does(drinks, KitchenAction.ACKNOWLEDGE_VOID);
    assertThat(noor.tickets("drinks")).isEmpty();
    assertThat(noor.tickets("pack").getFirst().lines())
        .extracting(KitchenLine::change)
        .containsExactlyInAnyOrder(null, LineChange.ADDED, LineChange.ADDED);

    noor.follow(edited(order, List.of(withQuantity(burger, 1), fries)));
    assertThat(
            noor.tickets("grill").getFirst().lines().stream()
                .filter(line -> line.state() != KitchenState.VOIDED)
                .mapToInt(KitchenLine::quantity)
                .sum())
        .isEqualTo(1);
  }

  @Test
  void whatTheCustomerChangesStandsOnTheTicketsBeforeTheKitchenBegins() throws Exception {
    OrderSummary order = noor.accepted();
    Carts carts = new Carts(noor.restaurants, noor.menus, noor.house.clock, noor.house.ids);
    UUID conversation = order.conversationId();
    PlaceResult result =
        noor.in(tx -> {
          AlterResult opened = noor.orders.alter(tx, noor.restaurantId, conversation);
          Cart cart = ((AlterResult.Opened) opened).cart();
          UUID cola = cart.lines().getLast().id();
          carts.apply(tx, noor.restaurantId, conversation, new CartCommand.Remove(cola));
          carts.apply(
              tx,
              noor.restaurantId,
              conversation,
              new CartCommand.Add(Noor.FRIES.id(), 2, List.of()));
          Cart read = carts.current(tx, noor.restaurantId, conversation);
          carts.markReadBack(tx, noor.restaurantId, read);
          return noor.orders.place(
              tx, noor.restaurantId, conversation, read.id(), read.version(), Actor.customer());
        });

    assertThat(result).isInstanceOf(PlaceResult.Altered.class);
    assertThat(noor.tickets("drinks").getFirst().lines())
        .singleElement()
        .extracting(KitchenLine::change)
        .isEqualTo(LineChange.REMOVED);
    KitchenTicket pack = noor.tickets("pack").getFirst();
    assertThat(pack.marks()).contains(TicketMark.CHANGED);
    assertThat(pack.lines())
        .filteredOn(line -> line.change() == LineChange.ADDED)
        .extracting(KitchenLine::quantity)
        .containsExactly(2);
    assertThat(noor.tickets("grill").getFirst().lines())
        .extracting(KitchenLine::change)
        .containsOnlyNulls();
  }

  @Test
  void aStepThatChangesNoLineChangesNoTicket() throws Exception {
    OrderSummary order = noor.accepted();
    List<KitchenTicket> before = noor.tickets();

    noor.follow(edited(order, lines(order)));

    assertThat(noor.tickets()).isEqualTo(before);
  }

  @Test
  void theExpediterSeesEveryStationsTicks() throws Exception {
    noor.accepted();
    noor.does(noor.tickets("grill").getFirst(), KitchenAction.BUMP);

    ExpediterOrder order = noor.list("orders", "", ExpediterOrder.class).getFirst();

    assertThat(order.done()).isFalse();
    assertThat(order.lines()).hasSize(2);
    assertThat(order.lines().getFirst().ticks())
        .extracting(ExpediterOrder.Tick::state)
        .containsExactly(KitchenState.DONE, KitchenState.FIRED);
  }

  @Test
  void allDayCountsADishOnceHoweverManyStationsMakeIt() throws Exception {
    noor.accepted();
    noor.accepted();

    assertThat(noor.list("all-day", "", AllDayCount.class))
        .extracting(AllDayCount::itemId, AllDayCount::quantity)
        .containsExactly(Tuple.tuple(Noor.BURGER.id(), 4L), Tuple.tuple(Noor.COLA.id(), 2L));
    assertThat(noor.list("all-day", "&modifiers=1&station=" + Noor.id("grill"), AllDayCount.class))
        .singleElement()
        .satisfies(count -> assertThat(count.modifiers()).hasSize(2));
  }

  @Test
  void theDaysFiguresComeFromItsOrders() throws Exception {
    noor.accepted();
    noor.house.clock.forward(Duration.ofMinutes(10));
    for (KitchenTicket ticket : noor.tickets()) {
      noor.does(noor.tickets(key(ticket)).getFirst(), KitchenAction.BUMP);
    }
    noor.accepted();
    noor.house.clock.forward(Duration.ofMinutes(21));

    KitchenStats stats = noor.get("/v1/kitchen/stats?branch=" + noor.olaya).as(KitchenStats.class);

    assertThat(stats.done()).isEqualTo(1);
    assertThat(stats.onTimePercent()).isEqualTo(100);
    assertThat(stats.medianSeconds()).isEqualTo(600);
    assertThat(stats.underWay()).isEqualTo(1);
    assertThat(stats.lateNow()).isEqualTo(1);
  }

  @Test
  void whatIsLeftOfTheDayBeforeIsNotShownAndNotDone() throws Exception {
    noor.accepted();
    noor.house.clock.forward(Duration.ofHours(12));

    assertThat(noor.tickets()).isEmpty();
    assertThat(noor.get("/v1/kitchen/stats?branch=" + noor.olaya).as(KitchenStats.class).done())
        .isZero();
  }

  @Test
  void priorityGoesBeforeAllOthersAndBack() throws Exception {
    noor.accepted();
    noor.house.clock.forward(Duration.ofMinutes(1));
    OrderSummary second = noor.accepted();

    KitchenTicket late = noor.tickets("grill").getLast();
    KitchenTicket first = noor.does(late, KitchenAction.PRIORITISE).ticket();
    assertThat(noor.tickets("grill").getFirst().orderId()).isEqualTo(second.id());
    noor.does(first, KitchenAction.UNPRIORITISE);
    assertThat(noor.tickets("grill").getLast().orderId()).isEqualTo(second.id());
  }

  @Test
  void whatMustBeMadeAgainIsMadeAgainAndCountsAsWaste() throws Exception {
    noor.accepted();
    KitchenTicket grill = noor.tickets("grill").getFirst();
    KitchenTicket started =
        noor.does(grill, KitchenAction.START_LINE, grill.lines().getFirst()).ticket();

    KitchenTicket again =
        noor.does(started, KitchenAction.REMAKE_LINE, started.lines().getFirst()).ticket();

    assertThat(again.lines().getFirst().state()).isEqualTo(KitchenState.REMADE);
    assertThat(again.lines().getFirst().remakes()).isEqualTo(1);
    assertThat(noor.list("waste", "", WasteEntry.class))
        .extracting(WasteEntry::reason)
        .containsExactly(WasteEntry.Reason.REMADE);
  }

  @Test
  void theExpediterHearsTheBellOnce() throws Exception {
    noor.accepted();
    KitchenTicket grill = noor.tickets("grill").getFirst();
    HelpRequest call =
        new HelpRequest(noor.house.ids.next(), noor.olaya, Noor.id("grill"), grill.id());

    Answer first = noor.as(Role.KITCHEN, "POST", "/v1/kitchen/help", Json.write(call));
    noor.as(Role.KITCHEN, "POST", "/v1/kitchen/help", Json.write(call));

    assertThat(first.status()).isEqualTo(202);
    assertThat(noor.events())
        .filteredOn(LiveEvent.HelpWanted.class::isInstance)
        .singleElement()
        .satisfies(event ->
            assertThat(((LiveEvent.HelpWanted) event).help().number()).isEqualTo(grill.number()));
  }

  @Test
  void aBranchWithoutStationsHasOneForEverything() throws Exception {
    try (NoorKitchen plain = new NoorKitchen()) {
      plain.allergies = List.of("مكسرات");
      plain.placed();
      OrderSummary order =
          plain.placed(
              new CartCommand.Add(Noor.COLA.id(), 1, List.of(), "عندي حساسية لوز", null, null));
      plain.move(order.id(), new OrderCommand.Accept(20));

      KitchenTicket only = plain.tickets().getFirst();

      assertThat(only.station().ar()).isEqualTo("المطبخ");
      assertThat(only.allergies()).containsExactly("مكسرات", "عندي حساسية لوز");
    }
  }

  @Test
  void anotherBranchSeesNothing() throws Exception {
    assertThat(noor.get("/v1/kitchen/tickets?branch=" + noor.house.staff.malaz).status())
        .isEqualTo(403);
  }

  private KitchenCommandRequest request(KitchenTicket ticket, KitchenAction action) {
    return new KitchenCommandRequest(
        noor.house.ids.next(), action, ticket.version(), null, "screen-1", null);
  }

  private OrderStep edited(OrderSummary order, List<OrderLine> lines) {
    OrderSummary now =
        noor.in(tx -> noor.orders.find(tx, noor.restaurantId, order.id())).orElseThrow();
    return new OrderStep(
        now, lines, now.status(), Actor.system(), null, noor.house.clock.instant());
  }

  private List<OrderLine> lines(OrderSummary order) {
    return noor.in(tx ->
        tx.sql("select lines from orders where id = :id")
            .with("id", order.id())
            .one(row -> List.of(row.json("lines", OrderLine[].class))));
  }

  private static OrderLine withQuantity(OrderLine line, int quantity) {
    OrderSummary.Line sold = line.sold();
    return new OrderLine(
        line.id(),
        line.itemId(),
        line.optionIds(),
        line.person(),
        line.evidence(),
        new OrderSummary.Line(
            line.itemId(),
            quantity,
            sold.name(),
            sold.size(),
            sold.modifiers(),
            sold.note(),
            sold.total()),
        line.preModified());
  }

  private static String key(KitchenTicket ticket) {
    return List.of("grill", "drinks", "pack").stream()
        .filter(key -> Noor.id(key).equals(ticket.stationId()))
        .findFirst()
        .orElseThrow();
  }
}
