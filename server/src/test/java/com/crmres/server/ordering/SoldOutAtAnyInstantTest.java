package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Noor;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A dish, one of its choices or its whole category runs out at any instant between the reading
/// back and the acceptance: before the yes nothing is ordered that is not there, after it the order
/// stays as it was made and the branch decides.
class SoldOutAtAnyInstantTest {

  private static final World WORLD = new World();

  /// What runs out.
  enum Gone {
    DISH(Noor.BURGER.id(), PlaceResult.SoldOut.class),
    CATEGORY(Noor.EVERYTHING.id(), PlaceResult.SoldOut.class),

    /// The customer is asked what he takes instead.
    CHOICE(Noor.CHEESE.id(), PlaceResult.Incomplete.class);

    private final UUID id;
    private final Class<? extends PlaceResult> answer;

    Gone(UUID id, Class<? extends PlaceResult> answer) {
      this.id = id;
      this.answer = answer;
    }
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @AfterEach
  void allIsBack() {
    for (Gone gone : Gone.values()) {
      WORLD.in(tx -> WORLD.menus.set(tx, Noor.ID, Noor.OLAYA.id(), gone.id, null));
    }
  }

  @ParameterizedTest
  @EnumSource
  void beforeTheYesNothingIsOrdered(Gone gone) {
    UUID conversation = WORLD.conversation();
    Cart read = readBack(conversation);
    runsOut(gone);

    assertThat(WORLD.place(conversation, read)).isInstanceOf(gone.answer);
    assertThat(orders(conversation)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void atTheInstantOfTheYesThereIsAnOrderOrTheCustomerHearsWhy(Gone gone) throws Exception {
    UUID conversation = WORLD.conversation();
    Cart read = readBack(conversation);
    PlaceResult result;
    try (var both = Executors.newFixedThreadPool(2)) {
      var yes = both.submit((Callable<PlaceResult>) () -> WORLD.place(conversation, read));
      both.submit(() -> runsOut(gone)).get();
      result = yes.get();
    }

    switch (result) {
      case PlaceResult.Placed(OrderSummary order) ->
          assertThat(orders(conversation)).containsExactly(order);
      default -> {
        assertThat(result).isInstanceOf(gone.answer);
        assertThat(orders(conversation)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterTheYesTheOrderStaysAndTheBranchMayAcceptIt(Gone gone) {
    UUID conversation = WORLD.conversation();
    OrderSummary order = placed(conversation);
    runsOut(gone);

    assertThat(WORLD.order(order.id())).isEqualTo(order);
    assertThat(WORLD.apply(order.id(), new OrderCommand.Accept(15)))
        .isInstanceOf(OrderResult.Moved.class);
    assertThat(WORLD.order(order.id()).total()).isEqualTo(order.total());
  }

  @ParameterizedTest
  @EnumSource
  void afterTheYesTheBranchMaySayWhatIsMissing(Gone gone) {
    UUID conversation = WORLD.conversation();
    OrderSummary order = placed(conversation);
    runsOut(gone);

    WORLD.apply(
        order.id(),
        new OrderCommand.Reject(Why.of(OrderReason.ITEM_UNAVAILABLE), List.of(Noor.BURGER.id())));

    assertThat(WORLD.order(order.id()).status()).isEqualTo(OrderStatus.REJECTED);
    assertThat(WORLD.told(conversation).getLast()).contains(Noor.BURGER.name().ar());
  }

  private static Cart readBack(UUID conversation) {
    WORLD.change(
        conversation,
        new CartCommand.Add(Noor.COLA.id(), 1, List.of()),
        new CartCommand.Add(Noor.BURGER.id(), 1, List.of(Noor.REGULAR.id(), Noor.CHEESE.id())),
        new CartCommand.ChooseFulfilment(Fulfilment.PICKUP),
        new CartCommand.ChooseBranch(Noor.OLAYA.id()));
    return WORLD.readBack(conversation);
  }

  private static OrderSummary placed(UUID conversation) {
    PlaceResult result = WORLD.place(conversation, readBack(conversation));
    assertThat(result).isInstanceOf(PlaceResult.Placed.class);
    return ((PlaceResult.Placed) result).order();
  }

  private static void runsOut(Gone gone) {
    WORLD.in(
        tx -> WORLD.menus.set(tx, Noor.ID, Noor.OLAYA.id(), gone.id, new Menus.Pause(false, null)));
  }

  private static List<OrderSummary> orders(UUID conversation) {
    return WORLD.in(tx -> WORLD.orders.ofConversation(tx, Noor.ID, conversation));
  }
}
