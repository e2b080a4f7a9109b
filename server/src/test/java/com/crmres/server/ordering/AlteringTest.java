package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderRules;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.SlotCapacity;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.RunningServer;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.menu.Stock;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.ordering.promise.Slots;
import com.crmres.server.ordering.stock.StockFollower;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlteringTest {

  private final World world = new World();
  private final Stock stock = new Stock(world.menus);
  private final Slots slots = new Slots();
  private OrderFollower.Tie tie = OrderFollower.Tie.NONE;
  private final Orders orders =
      new Orders(
          world.restaurants,
          world.carts,
          world.conversations,
          world.events,
          List.of(new StockFollower(stock), new Tied()),
          world.clock,
          world.ids);

  /// Whoever has a hand on every order.
  private final class Tied implements OrderFollower {
    @Override
    public void follow(Transaction tx, UUID restaurantId, OrderStep step) {}

    @Override
    public Tie tie(Transaction tx, UUID restaurantId, UUID orderId) {
      return tie;
    }
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theSameOrderHoldsWhatItsCustomerConfirmed() {
    OrderSummary order = placed(2);

    Cart cart = opened(order);
    assertThat(cart.changes()).isEqualTo(order.id());
    assertThat(cart.lines()).extracting(CartLine::quantity).containsExactly(2);
    world.change(
        order.conversationId(),
        new CartCommand.ChangeQuantity(cart.lines().getFirst().id(), 1),
        new CartCommand.Add(Noor.COLA.id(), 3, List.of()),
        new CartCommand.AddNote("بدون ثلج"));
    assertThat(world.order(order.id())).isEqualTo(order);

    OrderSummary altered = altered(confirm(order));

    assertThat(altered.id()).isEqualTo(order.id());
    assertThat(altered.number()).isEqualTo(order.number());
    assertThat(altered.status()).isEqualTo(OrderStatus.PENDING);
    assertThat(altered.version()).isEqualTo(order.version() + 1);
    assertThat(altered.total()).isEqualTo(new Money(2_400 + 3 * 700));
    assertThat(altered.vat()).isEqualTo(altered.total().vatInside());
    assertThat(altered.note()).isEqualTo("بدون ثلج");
    assertThat(altered.standing().flags()).contains(OrderFlag.ALTERED);
    assertThat(world.count("orders")).isEqualTo(1);
    assertThat(world.cart(order.conversationId()).isEmpty()).isTrue();
  }

  @Test
  void eachVersionOfAnOrderIsConfirmedByItself() {
    OrderSummary order = placed(2);
    Cart cart = opened(order);
    world.change(
        order.conversationId(), new CartCommand.ChangeQuantity(cart.lines().getFirst().id(), 5));

    assertThat(place(order.conversationId(), world.cart(order.conversationId())))
        .isInstanceOf(PlaceResult.Changed.class);
    Cart read = world.readBack(order.conversationId());
    world.change(order.conversationId(), new CartCommand.Add(Noor.COLA.id(), 1, List.of()));
    assertThat(place(order.conversationId(), read)).isInstanceOf(PlaceResult.Changed.class);
    assertThat(world.order(order.id())).isEqualTo(order);

    Cart last = world.readBack(order.conversationId());
    OrderSummary altered = altered(place(order.conversationId(), last));
    assertThat(place(order.conversationId(), last))
        .isEqualTo(new PlaceResult.AlreadyPlaced(altered));
    assertThat(place(order.conversationId(), first(order)))
        .isEqualTo(new PlaceResult.AlreadyPlaced(altered));
  }

  @Test
  void whatIsCountedIsGivenBackAndKeptInOne() {
    count(3);
    OrderSummary order = placed(3);
    assertThat(left()).isZero();

    Cart cart = opened(order);
    world.change(
        order.conversationId(), new CartCommand.ChangeQuantity(cart.lines().getFirst().id(), 2));
    altered(confirm(order));
    assertThat(left()).isEqualTo(1);

    Cart again = opened(order);
    world.change(
        order.conversationId(), new CartCommand.ChangeQuantity(again.lines().getFirst().id(), 3));
    altered(confirm(order));
    assertThat(left()).isZero();

    Cart more = opened(order);
    world.change(
        order.conversationId(), new CartCommand.ChangeQuantity(more.lines().getFirst().id(), 4));
    assertThat(confirm(order)).isInstanceOf(PlaceResult.SoldOut.class);
    assertThat(left()).isZero();
    assertThat(world.order(order.id()).lines().getFirst().quantity()).isEqualTo(3);
  }

  @Test
  void whatTheBranchHasTakenOnStaysThoughItSoldOutSince() {
    OrderSummary order = placed(2);
    world.in(tx -> {
      world.menus.setAvailability(tx, Noor.ID, Noor.OLAYA.id(), Noor.BURGER.id(), false);
      return null;
    });

    opened(order);
    world.change(order.conversationId(), new CartCommand.Add(Noor.COLA.id(), 1, List.of()));

    assertThat(altered(confirm(order)).lines()).hasSize(2);
  }

  @Test
  void anOtherTimeTakesItsPlaceAndGivesTheOldOneBack() {
    capacity(1);
    OrderSummary order = placedAt("at 9");

    opened(order);
    world.change(order.conversationId(), new CartCommand.ChooseTime("at 9:30"));
    OrderSummary altered = altered(confirm(order));

    assertThat(altered.standing().scheduledFor())
        .isEqualTo(Noor.EVENING.truncatedTo(ChronoUnit.DAYS).plusSeconds(18 * 3600 + 30 * 60));
    assertThat(taken()).isEqualTo(1);
    placedAt("at 9");
    assertThat(taken()).isEqualTo(2);
  }

  @Test
  void aTimeThatIsFullLeavesTheOrderAndItsPlace() {
    capacity(1);
    OrderSummary order = placedAt("at 9");
    placedAt("at 9:30");

    opened(order);
    world.change(order.conversationId(), new CartCommand.ChooseTime("at 9:30"));

    assertThat(confirm(order)).isInstanceOf(PlaceResult.Full.class);
    assertThat(world.order(order.id())).isEqualTo(order);
    assertThat(taken()).isEqualTo(2);
  }

  @Test
  void pickupBecomesDelivery() {
    OrderSummary order = placed(2);
    apply(order, new OrderCommand.Accept(20));

    opened(order);
    world.change(
        order.conversationId(),
        new CartCommand.ChooseFulfilment(Fulfilment.DELIVERY),
        new CartCommand.DeliverTo(new Cart.Destination(24.7, 46.68, "شقة 4")));
    OrderSummary altered = altered(confirm(order));

    assertThat(altered.fulfilment()).isEqualTo(Fulfilment.DELIVERY);
    assertThat(altered.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(altered.contactPhone()).isNotNull();
    assertThat(altered.promisedAt()).isEqualTo(world.order(order.id()).promisedAt());
  }

  @Test
  void onceTheKitchenHasBegunNothingChanges() {
    OrderSummary order = placed(2);
    apply(order, new OrderCommand.Accept(20));
    opened(order);
    world.change(order.conversationId(), new CartCommand.Add(Noor.COLA.id(), 1, List.of()));
    Cart read = world.readBack(order.conversationId());

    apply(order, new OrderCommand.StartPreparing());

    assertThat(place(order.conversationId(), read))
        .isEqualTo(new PlaceResult.NotAltered(world.order(order.id()), Unalterable.TOO_LATE));
    assertThat(open(order))
        .isEqualTo(new AlterResult.Refused(world.order(order.id()), Unalterable.TOO_LATE));
    assertThat(world.cart(order.conversationId()).isEmpty()).isTrue();
    assertThat(world.order(order.id()).total()).isEqualTo(order.total());
  }

  @Test
  void whatIsPaidOrAtATillOrNotWantedByTheBranchIsForPeople() {
    OrderSummary order = placed(2);

    tie = OrderFollower.Tie.PAID;
    assertThat(why(order)).isEqualTo(Unalterable.PAID);
    tie = OrderFollower.Tie.AT_TILL;
    assertThat(why(order)).isEqualTo(Unalterable.AT_TILL);
    tie = OrderFollower.Tie.NONE;
    rules(new OrderRules(false, OrderRules.FreeCancelling.UNTIL_PREPARING));
    assertThat(why(order)).isEqualTo(Unalterable.NOT_HERE);
    rules(OrderRules.USUAL);
    apply(order, new OrderCommand.MarkPaid(null));
    assertThat(why(order)).isEqualTo(Unalterable.PAID);
  }

  @Test
  void anotherBranchCannotTakeItOver() {
    OrderSummary order = placed(2);
    opened(order);
    world.change(order.conversationId(), new CartCommand.ChooseBranch(Noor.MALAZ.id()));

    assertThat(confirm(order))
        .isEqualTo(new PlaceResult.NotAltered(order, Unalterable.OTHER_BRANCH));
  }

  /// Whoever comes first: the order is whole, nothing is lost, and both sides know how it stands.
  @Test
  void ofAChangeAndTheKitchensStartAtTheSameTimeExactlyOneWins() throws Exception {
    count(100);
    int changed = 0;
    for (int i = 0; i < 12; i++) {
      OrderSummary order = placed(2);
      apply(order, new OrderCommand.Accept(20));
      Cart cart = opened(order);
      world.change(
          order.conversationId(), new CartCommand.ChangeQuantity(cart.lines().getFirst().id(), 5));
      Cart read = world.readBack(order.conversationId());
      long version = world.order(order.id()).version();
      int before = left();
      List<Callable<Object>> both =
          List.of(
              () -> place(order.conversationId(), read),
              () ->
                  world.<OrderResult>in(tx ->
                      orders.apply(
                          tx,
                          Noor.ID,
                          order.id(),
                          new OrderCommand.StartPreparing(),
                          Actor.system(),
                          new Once(UUID.randomUUID(), version))));
      List<Object> results = together(both);

      boolean altered = results.get(0) instanceof PlaceResult.Altered;
      boolean began = results.get(1) instanceof OrderResult.Moved;
      assertThat(altered).as("%s", results).isNotEqualTo(began);
      OrderSummary now = world.order(order.id());
      assertThat(now.lines().getFirst().quantity()).isEqualTo(altered ? 5 : 2);
      assertThat(now.status()).isEqualTo(altered ? OrderStatus.CONFIRMED : OrderStatus.PREPARING);
      assertThat(now.version()).isEqualTo(version + 1);
      assertThat(held(order)).isEqualTo(altered ? 5 : 0);
      assertThat(left()).isEqualTo(altered ? before - 3 : before);
      changed += altered ? 1 : 0;
      apply(order, new OrderCommand.Cancel("trial"));
      assertThat(left())
          .as("what was cooked does not come back")
          .isEqualTo(altered ? before + 2 : before);
    }
    assertThat(left()).isEqualTo(100 - 2 * (12 - changed));
    assertThat(taken()).isZero();
    assertThat(changed).isBetween(0, 12);
  }

  @Test
  void cancellingIsFreeAsLongAsTheBranchSays() {
    OrderSummary first = placed(1);
    apply(first, new OrderCommand.Accept(20));
    assertThat(callOff(first)).isEqualTo(OrderStatus.CANCELLED);

    rules(new OrderRules(true, OrderRules.FreeCancelling.UNTIL_ACCEPTED));
    OrderSummary second = placed(1);
    assertThat(callOff(second)).isEqualTo(OrderStatus.CANCELLED);
    OrderSummary third = placed(1);
    apply(third, new OrderCommand.Accept(20));
    assertThat(callOff(third)).isEqualTo(OrderStatus.CANCEL_REQUESTED);

    rules(OrderRules.USUAL);
    OrderSummary cooked = placed(1);
    apply(cooked, new OrderCommand.Accept(20));
    apply(cooked, new OrderCommand.StartPreparing());
    assertThat(callOff(cooked)).isEqualTo(OrderStatus.CANCEL_REQUESTED);
    tie = OrderFollower.Tie.AT_TILL;
    OrderSummary atTill = placed(1);
    apply(atTill, new OrderCommand.Accept(20));
    assertThat(callOff(atTill)).isEqualTo(OrderStatus.CANCEL_REQUESTED);
  }

  @Test
  void onlyWhoRunsABranchSeesAndSetsItsRules() throws Exception {
    NoorStaff noor = new NoorStaff(world.database, world.clock);
    EnumSet<Role> managers = EnumSet.of(Role.OWNER, Role.MANAGER);
    String path = "/v1/branches/" + noor.olaya + "/order-rules";
    try (RunningServer server =
        new RunningServer(
            world.clock,
            _ -> false,
            routing ->
                routing.register("/v1", new OrderRulesRoutes(world.database, noor.access)))) {
      new RouteRights(server, noor)
          .hold(
              List.of(
                  new RouteRights.Route("GET", path, null, managers),
                  new RouteRights.Route("PUT", path, Json.write(OrderRules.USUAL), managers)));
    }
  }

  private OrderStatus callOff(OrderSummary order) {
    OrderResult result = world.in(tx -> orders.callOff(tx, Noor.ID, order.id(), Actor.customer()));
    assertThat(result).isInstanceOf(OrderResult.Moved.class);
    return ((OrderResult.Moved) result).order().status();
  }

  private static List<Object> together(List<Callable<Object>> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Object> results = new ArrayList<>();
      for (Future<Object> result : threads.invokeAll(work)) {
        results.add(result.get());
      }
      return results;
    }
  }

  private OrderSummary placed(int burgers) {
    return placed(burgers, null);
  }

  private OrderSummary placedAt(String time) {
    return placed(1, time);
  }

  private OrderSummary placed(int burgers, @Nullable String time) {
    UUID conversation = world.conversation();
    world.change(
        conversation,
        new CartCommand.Add(Noor.BURGER.id(), burgers, List.of()),
        new CartCommand.ChooseFulfilment(Fulfilment.PICKUP),
        new CartCommand.ChooseBranch(Noor.OLAYA.id()));
    if (time != null) {
      world.change(conversation, new CartCommand.ChooseTime(time));
    }
    PlaceResult result = place(conversation, world.readBack(conversation));
    assertThat(result).isInstanceOf(PlaceResult.Placed.class);
    return ((PlaceResult.Placed) result).order();
  }

  private AlterResult open(OrderSummary order) {
    return world.in(tx -> orders.alter(tx, Noor.ID, order.conversationId()));
  }

  private Cart opened(OrderSummary order) {
    AlterResult result = open(order);
    assertThat(result).isInstanceOf(AlterResult.Opened.class);
    return ((AlterResult.Opened) result).cart();
  }

  private Unalterable why(OrderSummary order) {
    AlterResult result = open(order);
    assertThat(result).isInstanceOf(AlterResult.Refused.class);
    return ((AlterResult.Refused) result).why();
  }

  private PlaceResult confirm(OrderSummary order) {
    return place(order.conversationId(), world.readBack(order.conversationId()));
  }

  private static OrderSummary altered(PlaceResult result) {
    assertThat(result).isInstanceOf(PlaceResult.Altered.class);
    return ((PlaceResult.Altered) result).order();
  }

  private PlaceResult place(UUID conversation, Cart cart) {
    return world.in(
        tx -> orders.place(tx, Noor.ID, conversation, cart.id(), cart.version(), Actor.customer()));
  }

  /// The cart that the order was made of at first.
  private Cart first(OrderSummary order) {
    return world.in(tx ->
        tx.sql(
                """
                select id, version from cart where conversation_id = :conversation
                 order by changed_at, id limit 1
                """)
            .with("conversation", order.conversationId())
            .one(row ->
                new Cart(
                    row.uuid("id"),
                    row.integer("version"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null)));
  }

  private void apply(OrderSummary order, OrderCommand command) {
    OrderResult result =
        world.in(tx -> orders.apply(tx, Noor.ID, order.id(), command, Actor.system()));
    assertThat(result).isInstanceOf(OrderResult.Moved.class);
  }

  private void rules(OrderRules wish) {
    world.database.changeRestaurant(
        Noor.ID, tx -> new Rules().set(tx, Noor.ID, Noor.OLAYA.id(), wish));
  }

  private void count(int left) {
    world.database.changeRestaurant(
        Noor.ID, tx -> stock.set(tx, Noor.ID, Noor.OLAYA.id(), Noor.BURGER.id(), left));
  }

  private int left() {
    return world.in(tx ->
        tx.sql("select remaining from menu_stock where subject_id = :burger")
            .with("burger", Noor.BURGER.id())
            .one(row -> row.integer("remaining")));
  }

  private int held(OrderSummary order) {
    return world.in(tx -> stock.held(tx, Noor.ID, order.id())).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  private void capacity(int orders) {
    world.database.changeRestaurant(
        Noor.ID,
        tx -> slots.setCapacity(tx, Noor.ID, Noor.OLAYA.id(), new SlotCapacity(orders, null)));
  }

  private long taken() {
    return world.in(tx ->
        tx.sql("select cast(coalesce(sum(orders), 0) as bigint) as n from slot")
            .one(row -> row.number("n")));
  }
}
