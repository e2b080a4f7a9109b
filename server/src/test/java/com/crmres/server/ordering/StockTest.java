package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.AbsenceReason;
import com.crmres.common.menu.StockCounts;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.menu.Absence;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.Stock;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.ordering.stock.StockFollower;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockTest {

  private static final World WORLD = new World();

  private final Stock stock = new Stock(WORLD.menus);
  private final StockFollower follower = new StockFollower(stock);
  private final Orders orders =
      new Orders(
          WORLD.restaurants,
          WORLD.carts,
          WORLD.conversations,
          WORLD.events,
          List.of(follower),
          WORLD.clock,
          WORLD.ids);

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @BeforeEach
  void stopCounting() {
    count(null);
  }

  @Test
  void anOrderKeepsWhatIsCounted() {
    count(5);

    place(2);

    assertThat(left()).isEqualTo(3);
    assertThat(burger().available()).isTrue();
  }

  @Test
  void theLastPortionsSellTheDishOut() {
    count(2);

    place(2);

    assertThat(left()).isZero();
    assertThat(burger().absence()).isEqualTo(new Absence(AbsenceReason.STOCK, null));
  }

  @Test
  void moreThanIsLeftIsNotSold() {
    count(3);

    assertThat(confirm(readBack(4))).isInstanceOf(PlaceResult.SoldOut.class);
    assertThat(left()).isEqualTo(3);
  }

  @Test
  void whatComesToNothingIsBackOnce() {
    count(2);
    OrderSummary order = place(2);

    follow(order, OrderStatus.PENDING, OrderStatus.REJECTED);
    follow(order, OrderStatus.PENDING, OrderStatus.REJECTED);

    assertThat(left()).isEqualTo(2);
    assertThat(burger().available()).isTrue();
  }

  @Test
  void whatTheKitchenBeganIsUsed() {
    count(5);
    OrderSummary order = place(2);

    follow(order, OrderStatus.CONFIRMED, OrderStatus.PREPARING);
    follow(order, OrderStatus.CANCEL_REQUESTED, OrderStatus.CANCELLED);

    assertThat(left()).isEqualTo(3);
  }

  @Test
  void ofManyWhoWantTheLastOnlyAsManyGetItAsThereAre() throws Exception {
    count(5);
    List<Asked> carts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      carts.add(readBack(1));
    }

    assertThat(together(carts)).isEqualTo(5);
    assertThat(left()).isZero();
  }

  private long together(List<Asked> carts) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<PlaceResult>> work =
          carts.stream().<Callable<PlaceResult>>map(asked -> () -> confirm(asked)).toList();
      long placed = 0;
      for (Future<PlaceResult> result : threads.invokeAll(work)) {
        placed += result.get() instanceof PlaceResult.Placed ? 1 : 0;
      }
      return placed;
    }
  }

  private record Asked(UUID conversation, Cart cart) {}

  private Asked readBack(int quantity) {
    UUID conversation = WORLD.conversation();
    WORLD.change(
        conversation,
        new CartCommand.Add(Noor.BURGER.id(), quantity, List.of()),
        new CartCommand.ChooseFulfilment(Fulfilment.PICKUP),
        new CartCommand.ChooseBranch(Noor.OLAYA.id()));
    return new Asked(conversation, WORLD.readBack(conversation));
  }

  private PlaceResult confirm(Asked asked) {
    return WORLD.in(tx ->
        orders.place(
            tx,
            Noor.ID,
            asked.conversation(),
            asked.cart().id(),
            asked.cart().version(),
            Actor.customer()));
  }

  private OrderSummary place(int quantity) {
    PlaceResult result = confirm(readBack(quantity));
    assertThat(result).isInstanceOf(PlaceResult.Placed.class);
    return ((PlaceResult.Placed) result).order();
  }

  private void follow(OrderSummary order, OrderStatus from, OrderStatus to) {
    OrderSummary moved =
        new OrderSummary(
            order.id(),
            order.number(),
            order.branchId(),
            order.conversationId(),
            order.customer(),
            to,
            order.standing(),
            order.fulfilment(),
            order.contactPhone(),
            order.lines(),
            order.deliveryFee(),
            order.total(),
            order.vat(),
            order.note(),
            order.reason(),
            order.allowed(),
            order.placedAt(),
            order.statusSince(),
            order.promisedAt(),
            order.version() + 1);
    OrderStep step =
        new OrderStep(moved, List.of(), from, Actor.customer(), null, WORLD.clock.instant());
    WORLD.database.changeRestaurant(Noor.ID, tx -> follower.follow(tx, Noor.ID, step));
  }

  private void count(@Nullable Integer left) {
    WORLD.database.changeRestaurant(
        Noor.ID, tx -> stock.set(tx, Noor.ID, Noor.OLAYA.id(), Noor.BURGER.id(), left));
  }

  private int left() {
    return WORLD.in(tx -> stock.counts(tx, Noor.ID, Noor.OLAYA.id())).counts().stream()
        .filter(count -> count.subjectId().equals(Noor.BURGER.id()))
        .mapToInt(StockCounts.Count::left)
        .findFirst()
        .orElseThrow();
  }

  private MenuItem burger() {
    return WORLD
        .in(tx -> WORLD.menus.of(tx, Noor.ID, Noor.OLAYA.id()))
        .item(Noor.BURGER.id())
        .orElseThrow();
  }
}
