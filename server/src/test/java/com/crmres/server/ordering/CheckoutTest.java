package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationType;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Noor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckoutTest {

  private final World world = new World();
  private final UUID conversation = world.conversation();

  @AfterEach
  void closeTheWorld() {
    world.close();
  }

  @Test
  void aConfirmedCartBecomesAnOrder() {
    Cart cart = world.readBack(conversation, Fulfilment.PICKUP);

    OrderSummary order = placed(cart);

    assertThat(order.number()).isEqualTo("A-1");
    assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(order.branchId()).isEqualTo(Noor.OLAYA.id());
    assertThat(order.total()).isEqualTo(new Money(4_800));
    assertThat(order.vat()).isEqualTo(new Money(626));
    assertThat(order.customer().name()).isEqualTo("Sara");
    assertThat(order.lines())
        .containsExactly(
            new OrderSummary.Line(
                Noor.BURGER.id(),
                2,
                Noor.BURGER.name(),
                Noor.REGULAR.name(),
                List.of(),
                null,
                new Money(4_800)));
    assertThat(order.version()).isEqualTo(1);
  }

  @Test
  void everybodyWhoMustKnowIsTold() {
    OrderSummary order = placed(world.readBack(conversation, Fulfilment.DELIVERY));

    assertThat(world.events()).contains(new LiveEvent.OrderChanged(order));
    var summary = world.in(tx -> world.conversations.summary(tx, Noor.ID, conversation));
    assertThat(summary.branchId()).isEqualTo(Noor.OLAYA.id());
    assertThat(summary.type()).isEqualTo(ConversationType.ORDER);
    assertThat(world.count("order_event")).isEqualTo(1);
    List<OrderSummary> own = world.in(tx -> world.orders.ofConversation(tx, Noor.ID, conversation));
    assertThat(own).containsExactly(order);
  }

  @Test
  void theNextCartIsANewOne() {
    Cart cart = world.readBack(conversation, Fulfilment.PICKUP);
    placed(cart);

    assertThat(world.cart(conversation).isEmpty()).isTrue();
    assertThat(world.cart(conversation).id()).isNotEqualTo(cart.id());
  }

  @Test
  void confirmingTwiceIsOneOrder() {
    Cart cart = world.readBack(conversation, Fulfilment.PICKUP);
    OrderSummary order = placed(cart);

    assertThat(world.place(conversation, cart)).isEqualTo(new PlaceResult.AlreadyPlaced(order));
    assertThat(world.count("orders")).isEqualTo(1);
  }

  @Test
  void confirmingFromManySidesAtOnceIsOneOrder() throws Exception {
    Cart cart = world.readBack(conversation, Fulfilment.PICKUP);
    Callable<PlaceResult> confirm = () -> world.place(conversation, cart);

    List<PlaceResult> results;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      results =
          threads.invokeAll(Collections.nCopies(8, confirm)).stream()
              .map(done -> done.resultNow())
              .toList();
    }

    assertThat(results).filteredOn(PlaceResult.Placed.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(PlaceResult.AlreadyPlaced.class::isInstance).hasSize(7);
    assertThat(world.count("orders")).isEqualTo(1);
  }

  @Test
  void onlyTheVersionThatWasReadBackCounts() {
    Cart read = world.readBack(conversation, Fulfilment.PICKUP);
    Cart changed = world.change(conversation, new CartCommand.Add(Noor.COLA.id(), 1, List.of()));

    assertThat(world.place(conversation, read)).isEqualTo(new PlaceResult.Changed(changed));
    assertThat(world.place(conversation, changed)).isEqualTo(new PlaceResult.Changed(changed));
    assertThat(world.count("orders")).isZero();
  }

  @Test
  void aPriceThatChangedMustBeReadAgain() {
    Cart cart = world.readBack(conversation, Fulfilment.PICKUP);
    world.database.changeRestaurant(
        Noor.ID,
        tx ->
            world.menus.setPrice(tx, Noor.ID, Noor.OLAYA.id(), Noor.BURGER.id(), new Money(2_500)));

    assertThat(world.place(conversation, cart)).isInstanceOf(PlaceResult.Changed.class);
    assertThat(world.cart(conversation).version())
        .as("buttons of before confirm nothing that was not read")
        .isGreaterThan(cart.version());

    assertThat(placed(world.readBack(conversation)).total()).isEqualTo(new Money(5_000));
  }

  @Test
  void anOldReadBackMustBeReadAgain() {
    Cart cart = world.readBack(conversation, Fulfilment.PICKUP);
    world.clock.forward(Duration.ofMinutes(21));

    assertThat(world.place(conversation, cart)).isEqualTo(new PlaceResult.Changed(cart));
  }

  @Test
  void whatSoldOutIsTakenOut() {
    world.change(conversation, new CartCommand.Add(Noor.COLA.id(), 1, List.of()));
    Cart cart = world.readBack(conversation, Fulfilment.PICKUP);
    world.database.changeRestaurant(
        Noor.ID,
        tx -> world.menus.setAvailability(tx, Noor.ID, Noor.OLAYA.id(), Noor.COLA.id(), false));

    assertThat(world.place(conversation, cart))
        .isEqualTo(new PlaceResult.SoldOut(List.of(Noor.COLA.id())));
    assertThat(world.cart(conversation).lines())
        .extracting(CartLine::itemId)
        .containsExactly(Noor.BURGER.id());
    assertThat(world.cart(conversation).version()).isEqualTo(cart.version() + 1);
  }

  @Test
  void aClosedBranchTakesNoOrders() {
    world.clock.set(Instant.parse("2026-11-24T23:30:00Z"));
    Cart cart = world.readBack(conversation, Fulfilment.DELIVERY);

    assertThat(world.place(conversation, cart)).isEqualTo(new PlaceResult.Closed(Noor.OLAYA.id()));
  }

  @Test
  void whatIsStillOpenIsAskedFirst() {
    world.change(conversation, new CartCommand.Add(Noor.COLA.id(), 1, List.of()));
    Cart cart = world.readBack(conversation);

    assertThat(world.place(conversation, cart))
        .isEqualTo(new PlaceResult.Incomplete(new CartResult.Question.HowToGet()));
  }

  @Test
  void anEmptyCartIsNoOrder() {
    Cart never = world.cart(conversation);

    assertThat(world.place(conversation, never)).isEqualTo(new PlaceResult.Empty());
  }

  @Test
  void nobodyConfirmsTheCartOfAnother() {
    Cart cart = world.readBack(conversation, Fulfilment.PICKUP);

    assertThat(world.place(world.conversation(), cart)).isEqualTo(new PlaceResult.Empty());
    assertThat(world.count("orders")).isZero();
  }

  @Test
  void numbersBeginAnewWithTheDayOfTheBranch() {
    assertThat(world.placed(Fulfilment.PICKUP).number()).isEqualTo("A-1");
    assertThat(world.placed(Fulfilment.PICKUP).number()).isEqualTo("A-2");

    // 23:59 in Riyadh is 20:59 in UTC.
    world.clock.set(Instant.parse("2026-11-24T20:59:00Z"));
    assertThat(world.placed(Fulfilment.PICKUP).number()).isEqualTo("A-3");
    world.clock.set(Instant.parse("2026-11-24T21:00:00Z"));
    assertThat(world.placed(Fulfilment.PICKUP).number()).isEqualTo("A-1");
  }

  private OrderSummary placed(Cart cart) {
    PlaceResult result = world.place(conversation, cart);
    assertThat(result).isInstanceOf(PlaceResult.Placed.class);
    return ((PlaceResult.Placed) result).order();
  }
}
