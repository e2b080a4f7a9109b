package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.AlterOrderRequest;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.SlotCapacity;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.Stock;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.ordering.promise.Slots;
import com.crmres.server.ordering.stock.StockFollower;
import com.crmres.server.restaurant.Branch;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/// A restaurant in which everybody does whatever comes to mind: customers fill carts and say yes,
/// late or twice; staff, tills and the clock move orders; dishes run out and cost something else.
final class RandomHouse implements AutoCloseable {

  private static final UUID SAMI = Noor.id("sami");
  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");
  private static final LocalTime OPENS = LocalTime.of(12, 5);
  private static final LocalTime CLOSES = LocalTime.of(1, 0);
  private static final int TALKING = 20;
  private static final int ORDERS_EACH = 3;
  private static final int REMEMBERED = 12;
  private static final List<MenuItem> DISHES =
      List.of(Noor.BURGER, Noor.SANDWICH, Noor.FRIES, Noor.COLA);
  private static final List<UUID> COUNTED =
      List.of(Noor.BURGER.id(), Noor.FRIES.id(), Noor.CHEESE.id());
  private static final List<Branch> BRANCHES = List.of(Noor.OLAYA, Noor.MALAZ);

  /// What may be done, and how often of a hundred.
  private enum Deed {
    CART(28),
    READ_BACK(13),
    CONFIRM(12),
    ORDER(29),
    ALTER(2),
    REVISE(4),
    COUNT(3),
    SELL_OUT(2),
    PRICE(1),
    SWEEP(2),
    WAIT(4);

    private final int often;

    Deed(int often) {
      this.often = often;
    }
  }

  /// What a customer was read, and what it cost.
  private record ReadBack(UUID cartId, int version, Money total) {}

  final World world = new World();
  final Map<String, Integer> seen = new TreeMap<>();
  private final Random random;
  private final Stock stock = new Stock(world.menus);
  private final Orders orders =
      new Orders(
          world.restaurants,
          world.carts,
          world.conversations,
          world.events,
          List.of(new StockFollower(stock)),
          world.clock,
          world.ids);
  private final DueOrders due = new DueOrders(world.database, orders, world.clock);
  private final OverdueOrders overdue = new OverdueOrders(world.database, orders, world.clock);
  private final List<UUID> talking = new ArrayList<>();
  private final List<UUID> lately = new ArrayList<>();
  private final Map<UUID, ReadBack> read = new HashMap<>();
  private final Map<UUID, Integer> placedBy = new HashMap<>();
  private boolean begunElsewhere;

  RandomHouse(long seed) {
    random = new Random(seed);
    world.database.changeRestaurant(
        Noor.ID,
        tx -> {
          new Slots().setCapacity(tx, Noor.ID, Noor.OLAYA.id(), new SlotCapacity(4, 24));
          new Slots().setCapacity(tx, Noor.ID, Noor.MALAZ.id(), new SlotCapacity(3, null));
        });
    for (int i = 0; i < TALKING; i++) {
      talking.add(world.conversation());
    }
  }

  /// One deed of somebody.
  ///
  /// @return whether what is left cannot be followed: it was counted anew, or another branch begins
  ///   at once with what it counts
  boolean step() {
    Deed deed = any();
    begunElsewhere = false;
    switch (deed) {
      case CART -> changeCart(anybody());
      case READ_BACK -> readBack(anybody());
      case CONFIRM -> confirm(anybody());
      case ORDER -> moveOrder();
      case ALTER -> alter(anybody());
      case REVISE -> revise();
      case COUNT -> count();
      case SELL_OUT -> sellOut();
      case PRICE -> price();
      case SWEEP -> sweep(anybody());
      case WAIT -> await();
    }
    return deed == Deed.COUNT || begunElsewhere;
  }

  private Deed any() {
    int left = random.nextInt(100);
    for (Deed deed : Deed.values()) {
      left -= deed.often;
      if (left < 0) {
        return deed;
      }
    }
    throw new AssertionError("the chances are less than a hundred");
  }

  private void changeCart(UUID conversation) {
    CartResult result =
        world.in(tx -> {
          Cart cart = world.carts.current(tx, Noor.ID, conversation);
          return world.carts.apply(tx, Noor.ID, conversation, anything(cart));
        });
    note("cart " + result.getClass().getSimpleName());
  }

  private CartCommand anything(Cart cart) {
    MenuItem dish = DISHES.get(random.nextInt(DISHES.size()));
    UUID line =
        cart.isEmpty()
            ? Noor.id("no line")
            : cart.lines().get(random.nextInt(cart.lines().size())).id();
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> new CartCommand.Add(dish.id(), 1 + random.nextInt(3), options(dish));
      case 3 -> new CartCommand.ChangeQuantity(line, random.nextInt(5));
      case 4 -> new CartCommand.Remove(line);
      case 5 ->
          new CartCommand.ChangeOptions(line, List.of(Noor.CHEESE.id()), List.of(Noor.EGG.id()));
      case 6 -> new CartCommand.ChooseFulfilment(Fulfilment.PICKUP);
      case 7 -> new CartCommand.ChooseFulfilment(Fulfilment.DELIVERY);
      case 8 -> new CartCommand.ChooseBranch(BRANCHES.get(random.nextInt(2)).id());
      case 9 -> new CartCommand.DeliverTo(new Cart.Destination(24.7, 46.68, "شقة 4"));
      case 10 -> new CartCommand.ChooseTime(random.nextBoolean() ? "at 9 pm" : "now");
      default ->
          random.nextInt(6) == 0
              ? new CartCommand.Clear()
              : new CartCommand.AddNote("note " + random.nextInt(9));
    };
  }

  private List<UUID> options(MenuItem dish) {
    return dish.groups().stream()
        .filter(group -> group.min() > 0 || random.nextBoolean())
        .map(group -> group.options().get(random.nextInt(group.options().size())).id())
        .toList();
  }

  /// The customer is read what he would get; what is missing for it, he says first.
  private void readBack(UUID conversation) {
    if (world.cart(conversation).isEmpty()) {
      world.in(tx ->
          world.carts.apply(
              tx, Noor.ID, conversation, new CartCommand.Add(Noor.COLA.id(), 1, List.of())));
    }
    for (CartCommand said :
        List.of(
            new CartCommand.ChooseBranch(BRANCHES.get(random.nextInt(2)).id()),
            new CartCommand.ChooseFulfilment(
                random.nextInt(3) == 0 ? Fulfilment.DELIVERY : Fulfilment.PICKUP),
            new CartCommand.DeliverTo(new Cart.Destination(24.7, 46.68, "شقة 4")))) {
      world.in(tx -> world.carts.apply(tx, Noor.ID, conversation, said));
    }
    boolean ready =
        world.in(tx -> {
          Cart cart = world.carts.current(tx, Noor.ID, conversation);
          if (cart.isEmpty() || world.carts.openQuestion(tx, Noor.ID, cart).isPresent()) {
            return false;
          }
          world.carts.markReadBack(tx, Noor.ID, cart);
          Money total = world.carts.price(tx, Noor.ID, cart).total();
          read.put(conversation, new ReadBack(cart.id(), cart.version(), total));
          return true;
        });
    note("read back " + ready);
    if (ready && random.nextInt(3) > 0) {
      confirm(conversation);
    }
  }

  /// A yes to what was read last, or to what was read before it; now and then twice.
  private void confirm(UUID conversation) {
    ReadBack heard = read.get(conversation);
    if (heard == null) {
      return;
    }
    int version = random.nextInt(10) == 0 ? heard.version() - 1 : heard.version();
    Cart before = world.cart(conversation);
    PlaceResult result = place(conversation, heard.cartId(), version);
    note("yes " + result.getClass().getSimpleName());
    if (result instanceof PlaceResult.Placed(OrderSummary order)) {
      assertThat(before.id()).isEqualTo(heard.cartId());
      assertThat(before.version()).isEqualTo(heard.version()).isEqualTo(version);
      assertThat(order.total()).isEqualTo(heard.total());
      assertThat(place(conversation, heard.cartId(), version))
          .isEqualTo(new PlaceResult.AlreadyPlaced(order));
      note("yes AlreadyPlaced");
      remember(conversation, order);
    } else if (result instanceof PlaceResult.Full) {
      wantItNow(conversation);
    }
  }

  /// Whoever insists on a full time waits until it has gone by; most people do not.
  private void wantItNow(UUID conversation) {
    world.in(tx -> world.carts.apply(tx, Noor.ID, conversation, new CartCommand.ChooseTime("now")));
  }

  private PlaceResult place(UUID conversation, UUID cartId, int version) {
    return world.in(
        tx -> orders.place(tx, Noor.ID, conversation, cartId, version, Actor.customer()));
  }

  /// Customers come and go, so that nobody's service window ends.
  private void remember(UUID conversation, OrderSummary order) {
    lately.add(order.id());
    if (lately.size() > REMEMBERED) {
      lately.removeFirst();
    }
    read.remove(conversation);
    if (placedBy.merge(conversation, 1, Integer::sum) == ORDERS_EACH) {
      talking.set(talking.indexOf(conversation), world.conversation());
    }
  }

  /// One command; now and then from somebody who saw an older version, or twice.
  private void moveOrder() {
    if (lately.isEmpty()) {
      return;
    }
    UUID id = lately.get(random.nextInt(lately.size()));
    OrderSummary before = world.order(id);
    List<OrderCommand> likely = random.nextInt(3) > 0 ? usual(before) : MachineTest.COMMANDS;
    OrderCommand command = likely.get(random.nextInt(likely.size()));
    boolean late = random.nextInt(20) == 0;
    Once once = new Once(UUID.randomUUID(), late ? before.version() - 1 : before.version());
    OrderResult result = apply(id, command, once);
    note("order " + result.getClass().getSimpleName());
    OrderSummary after = world.order(id);
    if (result instanceof OrderResult.Moved(OrderSummary moved)) {
      assertThat(late).isFalse();
      assertThat(moved).isEqualTo(after);
      assertThat(after.version()).isEqualTo(before.version() + 1);
      if (random.nextInt(4) == 0) {
        assertThat(apply(id, command, once)).isEqualTo(result);
        assertThat(world.order(id)).isEqualTo(after);
      }
      note("is " + after.status().wireName());
      boolean elsewhere = !after.branchId().equals(before.branchId());
      begunElsewhere = elsewhere && after.status() == OrderStatus.PREPARING;
      if (elsewhere) {
        note("moved " + after.status().wireName());
      }
    } else {
      assertThat(after).isEqualTo(before);
    }
  }

  /// A customer wants his newest order changed; what comes of it, he puts together as any cart.
  private void alter(UUID conversation) {
    AlterResult result = world.in(tx -> orders.alter(tx, Noor.ID, conversation));
    note("alter " + result.getClass().getSimpleName());
    if (result instanceof AlterResult.Opened) {
      changeCart(conversation);
      readBack(conversation);
    }
  }

  /// Staff change the lines of an order; now and then as an older screen shows it, or twice.
  private void revise() {
    if (lately.isEmpty()) {
      return;
    }
    UUID id = lately.get(random.nextInt(lately.size()));
    OrderSummary before = world.order(id);
    OrderCommand.Revise wish =
        new OrderCommand.Revise(List.of(change(id)), Why.of(OrderReason.STAFF_ERROR));
    boolean late = random.nextInt(20) == 0;
    Once once = new Once(UUID.randomUUID(), late ? before.version() - 1 : before.version());
    ReviseResult result = revise(id, wish, once);
    OrderSummary after = world.order(id);
    if (result instanceof ReviseResult.Answered(OrderResult.Moved(OrderSummary now))) {
      assertThat(late).isFalse();
      assertThat(now).isEqualTo(after);
      assertThat(after.version()).isEqualTo(before.version() + 1);
      assertThat(revise(id, wish, once)).isEqualTo(result);
      assertThat(world.order(id)).isEqualTo(after);
      note("revise Moved");
    } else {
      assertThat(after).isEqualTo(before);
      note("revise " + result.getClass().getSimpleName());
    }
  }

  private ReviseResult revise(UUID id, OrderCommand.Revise wish, Once once) {
    return world.in(tx -> orders.revise(tx, Noor.ID, id, wish, Actor.staff(SAMI), once));
  }

  private AlterOrderRequest.Change change(UUID order) {
    List<OrderLine> lines = world.in(tx -> orders.lines(tx, Noor.ID, order));
    MenuItem dish = DISHES.get(random.nextInt(DISHES.size()));
    return random.nextInt(3) == 0
        ? new AlterOrderRequest.Change(null, dish.id(), 1 + random.nextInt(3), options(dish), null)
        : new AlterOrderRequest.Change(
            lines.get(random.nextInt(lines.size())).id(), null, random.nextInt(4), null, null);
  }

  /// What happens to an order on an ordinary day; of all commands most would be refused.
  private static List<OrderCommand> usual(OrderSummary order) {
    return switch (order.status()) {
      case PENDING ->
          List.of(
              new OrderCommand.Accept(15),
              new OrderCommand.Accept(null),
              new OrderCommand.Reject("busy"));
      case CONFIRMED ->
          List.of(
              new OrderCommand.StartPreparing(),
              new OrderCommand.Fire(),
              new OrderCommand.AskToCancel());
      case PREPARING ->
          List.of(
              new OrderCommand.MarkReady(),
              new OrderCommand.MarkReady(),
              new OrderCommand.MarkReady(),
              new OrderCommand.MoveTo(Noor.MALAZ.id(), Why.said("عطل")));
      case READY ->
          List.of(
              new OrderCommand.Dispatch("فهد"),
              new OrderCommand.HandOver(),
              new OrderCommand.UndoReady(Why.said("ناقص")));
      case OUT_FOR_DELIVERY ->
          List.of(new OrderCommand.HandOver(), new OrderCommand.FailDelivery(Why.said("لا أحد")));
      case DELIVERY_FAILED -> List.of(new OrderCommand.HandOver(), new OrderCommand.Cancel("رجع"));
      case CANCEL_REQUESTED ->
          List.of(new OrderCommand.RefuseCancel(), new OrderCommand.Cancel("غيّر رأيه"));
      case DELIVERED, REJECTED, EXPIRED, CANCELLED ->
          List.of(
              new OrderCommand.MarkPaid(null),
              new OrderCommand.Refund(Why.NONE, null),
              new OrderCommand.SettleRefund(),
              new OrderCommand.Restore(Why.NONE));
    };
  }

  private OrderResult apply(UUID id, OrderCommand command, Once once) {
    return world.in(tx -> orders.apply(tx, Noor.ID, id, command, Actor.staff(SAMI), once));
  }

  private void count() {
    UUID subject = COUNTED.get(random.nextInt(COUNTED.size()));
    Branch branch = BRANCHES.get(random.nextInt(2));
    int left = random.nextInt(30);
    world.in(tx -> stock.set(tx, Noor.ID, branch.id(), subject, left));
  }

  private void sellOut() {
    MenuItem dish = DISHES.get(random.nextInt(DISHES.size()));
    Branch branch = BRANCHES.get(random.nextInt(2));
    boolean there = random.nextInt(3) > 0;
    world.in(tx -> world.menus.setAvailability(tx, Noor.ID, branch.id(), dish.id(), there));
  }

  private void price() {
    MenuItem dish = DISHES.get(random.nextInt(DISHES.size()));
    Money price = new Money(500 + random.nextInt(3_000));
    world.database.changeRestaurant(
        Noor.ID, tx -> world.menus.setPrice(tx, Noor.ID, Noor.OLAYA.id(), dish.id(), price));
  }

  private void sweep(UUID conversation) {
    world.in(tx -> world.carts.sweep(tx, Noor.ID, conversation));
  }

  /// Time goes by; a closed night is slept through.
  private void await() {
    world.clock.forward(Duration.ofSeconds(random.nextInt(120)));
    LocalTime now = LocalTime.ofInstant(world.clock.instant(), RIYADH);
    if (now.isAfter(CLOSES) && now.isBefore(OPENS)) {
      world.clock.forward(Duration.between(now, OPENS));
    }
    int moved = due.strike(100) + overdue.expireOverdue(100);
    seen.merge("by the clock", moved, Integer::sum);
  }

  private UUID anybody() {
    return talking.get(random.nextInt(talking.size()));
  }

  private void note(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  @Override
  public void close() {
    world.close();
  }
}
