package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.SlotCapacity;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.ordering.promise.Promises;
import com.crmres.server.ordering.promise.Slots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotsTest {

  /// 21:00 in Riyadh, an hour after [Noor#EVENING].
  private static final Instant NINE = Instant.parse("2026-11-24T18:00:00Z");

  private final World world = new World();
  private final Slots slots = new Slots();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void anOrderForLaterTakesThePlaceOfItsTimeAndKeepsIt() {
    capacity(1, null);
    OrderSummary first = placed(wanted("الساعة ٩"));

    PlaceResult second = place(wanted("at 9"));

    assertThat(scheduled(first.id())).isEqualTo(NINE);
    assertThat(second)
        .isInstanceOfSatisfying(
            PlaceResult.Full.class,
            full ->
                assertThat(full.free())
                    .hasSize(Carts.OFFERED)
                    .startsWith(NINE.plusSeconds(900), NINE.plusSeconds(1800)));
  }

  @Test
  void aFullQuarterTakesNoOrderThatIsGivenAnotherTime() {
    capacity(1, null);
    placed(wanted("الساعة ٩"));
    OrderSummary other = placed(wanted(null));
    int before = taken(Noor.EVENING.plusSeconds(15 * 60));

    assertThat(world.apply(other.id(), new OrderCommand.Reschedule(NINE)))
        .isEqualTo(new OrderResult.NotAllowed(other.status(), Refusal.NO_ROOM));
    assertThat(taken(NINE)).isEqualTo(1);
    assertThat(taken(Noor.EVENING.plusSeconds(15 * 60))).isEqualTo(before);
    assertThat(scheduled(other.id())).isNull();

    assertThat(world.apply(other.id(), new OrderCommand.Reschedule(NINE.plusSeconds(900))))
        .isInstanceOf(OrderResult.Moved.class);
    assertThat(taken(NINE.plusSeconds(900))).isEqualTo(1);
    assertThat(taken(Noor.EVENING.plusSeconds(15 * 60))).isEqualTo(before - 1);
  }

  @Test
  void anOrderThatIsNotMadeGivesItsPlaceBack() {
    capacity(1, null);
    OrderSummary first = placed(wanted("الساعة ٩"));

    world.in(tx ->
        world.orders.apply(
            tx, Noor.ID, first.id(), new OrderCommand.Reject("closed"), Actor.system()));

    assertThat(place(wanted("الساعة ٩"))).isInstanceOf(PlaceResult.Placed.class);
    assertThat(taken(NINE)).isEqualTo(1);
  }

  @Test
  void anOrderForNowTakesThePlaceOfItsPromise() {
    placed(wanted(null));

    assertThat(taken(Noor.EVENING.plusSeconds(15 * 60))).isEqualTo(1);
  }

  @Test
  void aQuarterIsFullWhenTheKitchensMinutesAre() {
    capacity(null, 10);

    assertThat(place(wanted("at 9"))).isInstanceOf(PlaceResult.Placed.class);
    assertThat(place(wanted("at 9"))).isInstanceOf(PlaceResult.Placed.class);
    assertThat(place(wanted("at 9"))).isInstanceOf(PlaceResult.Full.class);
  }

  @Test
  void howeverManyConfirmAtOnceNoQuarterTakesMoreThanItCan() throws Exception {
    capacity(3, null);
    List<Cart> carts = new ArrayList<>();
    List<UUID> conversations = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      UUID conversation = world.conversation();
      conversations.add(conversation);
      carts.add(readBack(conversation, "at 9"));
    }
    List<Future<PlaceResult>> results = new ArrayList<>();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < carts.size(); i++) {
        Cart cart = carts.get(i);
        UUID conversation = conversations.get(i);
        results.add(many.submit(() -> world.place(conversation, cart)));
      }
    }

    int placed = 0;
    for (Future<PlaceResult> result : results) {
      placed += result.get() instanceof PlaceResult.Placed ? 1 : 0;
    }
    assertThat(placed).isEqualTo(3);
    assertThat(taken(NINE)).isEqualTo(3);
  }

  @Test
  void aTimeAtWhichTheBranchIsClosedIsRefused() {
    UUID conversation = world.conversation();
    world.change(conversation, new CartCommand.Add(Noor.COLA.id(), 1, List.of()));

    CartResult result =
        world.in(tx ->
            world.carts.apply(
                tx, Noor.ID, conversation, new CartCommand.ChooseTime("tomorrow at 9am")));

    assertThat(result)
        .isInstanceOfSatisfying(
            CartResult.Refused.class,
            refused ->
                assertThat(refused.reason()).isInstanceOf(CartResult.Reason.ClosedThen.class));
  }

  @Test
  void aClosedBranchTakesOrdersForWhenItIsOpen() {
    world.clock.set(Instant.parse("2026-11-25T05:00:00Z"));

    assertThat(place(wanted("الساعة 1 الظهر"))).isInstanceOf(PlaceResult.Placed.class);
  }

  @Test
  void theShortAddressIsKnownOnceItsPinWasShown() {
    UUID conversation = world.conversation();
    world.change(
        conversation,
        new CartCommand.Add(Noor.BURGER.id(), 1, List.of()),
        new CartCommand.DeliverTo(new Cart.Destination(null, null, "rrrd ٢٩٢٩")),
        new CartCommand.DeliverTo(new Cart.Destination(24.7, 46.68, null)),
        new CartCommand.Clear());
    world.change(
        conversation,
        new CartCommand.DeliverTo(new Cart.Destination(24.6, 46.6, "مكان آخر")),
        new CartCommand.DeliverTo(new Cart.Destination(null, null, "RRRD2929")));

    assertThat(world.cart(conversation).destination())
        .isEqualTo(new Cart.Destination(24.7, 46.68, "RRRD2929"));
  }

  @Test
  void aBranchPromisesWhatItTookOfLate() {
    for (int i = 0; i < 12; i++) {
      OrderSummary order = placed(wanted(null));
      apply(order, new OrderCommand.Accept(null));
      apply(order, new OrderCommand.StartPreparing());
      world.clock.set(world.clock.instant().plusSeconds(37 * 60));
      apply(order, new OrderCommand.MarkReady());
      world.clock.set(Noor.EVENING);
    }

    int minutes = world.in(tx -> new Promises().minutes(tx, Noor.ID, Noor.OLAYA, Noor.EVENING));

    assertThat(minutes).isEqualTo(40);
  }

  private void apply(OrderSummary order, OrderCommand command) {
    world.in(tx -> world.orders.apply(tx, Noor.ID, order.id(), command, Actor.system()));
  }

  private record Asked(UUID conversation, Cart cart) {}

  private Asked wanted(@Nullable String time) {
    UUID conversation = world.conversation();
    return new Asked(conversation, readBack(conversation, time));
  }

  /// Two pieces, five minutes of the kitchen.
  private Cart readBack(UUID conversation, @Nullable String time) {
    world.change(
        conversation,
        new CartCommand.Add(Noor.BURGER.id(), 2, List.of()),
        new CartCommand.ChooseFulfilment(Fulfilment.PICKUP),
        new CartCommand.ChooseBranch(Noor.OLAYA.id()));
    if (time != null) {
      world.change(conversation, new CartCommand.ChooseTime(time));
    }
    Cart cart = world.cart(conversation);
    world.database.changeRestaurant(Noor.ID, tx -> world.carts.markReadBack(tx, Noor.ID, cart));
    return cart;
  }

  private PlaceResult place(Asked asked) {
    return world.place(asked.conversation(), asked.cart());
  }

  private OrderSummary placed(Asked asked) {
    return ((PlaceResult.Placed) place(asked)).order();
  }

  private void capacity(@Nullable Integer orders, @Nullable Integer minutes) {
    world.database.changeRestaurant(
        Noor.ID,
        tx -> slots.setCapacity(tx, Noor.ID, Noor.OLAYA.id(), new SlotCapacity(orders, minutes)));
  }

  private int taken(Instant start) {
    Optional<Integer> orders =
        world.in(tx ->
            tx.sql("select orders from slot where branch_id = :branch and starts_at = :start")
                .with("branch", Noor.OLAYA.id())
                .with("start", start)
                .first(row -> row.integer("orders")));
    return orders.orElse(0);
  }

  private @Nullable Instant scheduled(UUID orderId) {
    return world
        .in(tx ->
            tx.sql("select scheduled_for from orders where id = :id and scheduled_for is not null")
                .with("id", orderId)
                .first(row -> row.instant("scheduled_for")))
        .orElse(null);
  }
}
