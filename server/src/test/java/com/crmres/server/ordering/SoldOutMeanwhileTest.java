package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.Noor;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A dish is sold out at each instant between the read-back and the branch's answer (peers.md E8
/// 9).
class SoldOutMeanwhileTest {

  private final World world = new World();
  private final UUID conversation = world.conversation();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void beforeTheYesNothingIsPlacedAndTheDishIsTakenOut() {
    Cart read = world.readBack(conversation, Fulfilment.PICKUP);
    sell(false);

    assertThat(world.place(conversation, read))
        .isEqualTo(new PlaceResult.SoldOut(List.of(Noor.BURGER.id())));

    assertThat(world.cart(conversation).lines()).isEmpty();
    assertThat(world.count("orders")).isZero();
  }

  @Test
  void whatCameBackBeforeTheYesIsPlacedAsItWasRead() {
    Cart read = world.readBack(conversation, Fulfilment.PICKUP);
    sell(false);
    sell(true);

    assertThat(world.place(conversation, read)).isInstanceOf(PlaceResult.Placed.class);
  }

  @Test
  void whileTheCustomerSaysYesThereIsAWholeOrderOrNone() throws Exception {
    for (int i = 0; i < 20; i++) {
      sell(true);
      UUID customer = world.conversation();
      Cart read = world.readBack(customer, Fulfilment.PICKUP);
      long before = world.count("orders");
      PlaceResult result;
      try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<PlaceResult> yes = both.submit(() -> world.place(customer, read));
        Future<?> gone = both.submit(() -> sell(false));
        result = yes.get();
        gone.get();
      }

      switch (result) {
        case PlaceResult.Placed(OrderSummary order) ->
            assertThat(order.lines().getFirst().quantity()).isEqualTo(2);
        case PlaceResult.SoldOut(List<UUID> items) -> {
          assertThat(items).containsExactly(Noor.BURGER.id());
          assertThat(world.count("orders")).isEqualTo(before);
        }
        default -> throw new AssertionError(result);
      }
    }
  }

  @Test
  void afterTheYesTheBranchDecidesAndSaysWhatIsMissing() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    sell(false);
    assertThat(world.order(order.id()).lines()).isEqualTo(order.lines());

    world.apply(
        order.id(),
        new OrderCommand.Reject(Why.of(OrderReason.ITEM_UNAVAILABLE), List.of(Noor.BURGER.id())));

    assertThat(world.order(order.id()).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(world.told(order.conversationId()).getLast()).contains(Noor.BURGER.name().ar());
  }

  @Test
  void whatTheBranchAcceptsAllTheSameIsMade() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    sell(false);

    assertThat(world.apply(order.id(), new OrderCommand.Accept(20)))
        .isInstanceOf(OrderResult.Moved.class);
    assertThat(world.order(order.id()).total()).isEqualTo(order.total());
  }

  private void sell(boolean available) {
    world.database.changeRestaurant(
        Noor.ID,
        tx ->
            world.menus.setAvailability(tx, Noor.ID, Noor.OLAYA.id(), Noor.BURGER.id(), available));
  }
}
