package com.crmres.server.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.pos.HandOverAt;
import com.crmres.common.pos.PosKind;
import com.crmres.common.pos.PosThing;
import com.crmres.server.NoorHouse;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.Hosts;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.OrderPorts;
import com.crmres.server.ordering.OrderResult;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.Purse;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.restaurant.Restaurants;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Noor's branch Olaya with a till that pretends, on a real database; nothing is taken there by
/// itself.
final class TillHouse implements AutoCloseable {

  private static final AtomicInteger CUSTOMERS = new AtomicInteger(100);
  private static final String OPEN =
      """
      update branch set hours = (
        select jsonb_object_agg(day, jsonb_build_array(jsonb_build_object('from', '06:00', 'to', '06:00')))
          from unnest(array['sunday','monday','tuesday','wednesday','thursday','friday','saturday']) as d (day))
      """;

  final NoorHouse house = new NoorHouse();
  final UUID olaya = house.staff.olaya;
  private final UUID agent = house.staff.hire(Role.AGENT).id();
  final PretendTill till = new PretendTill();
  final Restaurants restaurants = new Restaurants(house.clock);
  final Menus menus = new Menus(house.events);
  final Carts carts = new Carts(restaurants, menus, house.clock, house.ids);
  final PointOfSale first = node();
  final PointOfSale second = node();
  final Orders orders =
      new Orders(
          restaurants,
          carts,
          house.conversations,
          house.events,
          new OrderPorts(
              List.of(first.follower()),
              List.of(),
              (_, _, _, _) -> {},
              first.outside(),
              Purse.NONE),
          house.clock,
          house.ids);
  private final Mappings mappings = new Mappings();

  TillHouse() {
    house.database.changeRestaurant(
        house.restaurantId,
        transaction -> {
          transaction.sql(OPEN).update();
          menus.add(transaction, house.restaurantId, Noor.EVERYTHING);
          map(transaction, PosThing.ITEM, Noor.BURGER.id());
          map(transaction, PosThing.ITEM, Noor.COLA.id());
        });
    handsOver(HandOverAt.PLACED);
  }

  /// From when on the till has an order.
  void handsOver(HandOverAt at) {
    Tills.Wish wish =
        new Tills.Wish(
            PosKind.WEBHOOK,
            "https://till.example",
            "a-secret-of-the-till",
            "hook",
            "b-olaya",
            null,
            at,
            true);
    house.database.changeRestaurant(
        house.restaurantId,
        transaction ->
            new Tills(new OpenVault())
                .keep(transaction, house.restaurantId, olaya, wish, house.clock.instant()));
  }

  /// The till calls it by our id with a sign before.
  void map(Transaction transaction, PosThing thing, UUID ourId) {
    mappings.set(
        transaction, house.restaurantId, olaya, new Mappings.Ours(thing, ourId), "p-" + ourId);
  }

  /// Another server on the same database, with the same till.
  private PointOfSale node() {
    return new PointOfSale(
        new PointOfSale.Ground(
            house.database,
            house.events,
            house.clock,
            house.ids,
            new OpenVault(),
            new Addresses(new Hosts(InetAddress::getAllByName), true),
            () -> "hook",
            () -> {}),
        List.of(till));
  }

  StepWorker worker(PointOfSale node) {
    return node.worker(orders, menus, house.conversations);
  }

  /// Two colas to collect.
  OrderSummary placed() {
    return placed(new CartCommand.Add(Noor.COLA.id(), 2, List.of()));
  }

  OrderSummary placed(CartCommand what) {
    return placed(what, olaya);
  }

  OrderSummary placed(CartCommand what, UUID branch) {
    UUID conversation = house.receive("9665100" + CUSTOMERS.incrementAndGet(), "hello");
    for (CartCommand command :
        List.of(
            what,
            new CartCommand.ChooseFulfilment(Fulfilment.PICKUP),
            new CartCommand.ChooseBranch(branch))) {
      in(tx -> carts.apply(tx, house.restaurantId, conversation, command));
    }
    return in(tx -> {
      var cart = carts.current(tx, house.restaurantId, conversation);
      carts.markReadBack(tx, house.restaurantId, cart);
      PlaceResult result =
          orders.place(
              tx, house.restaurantId, conversation, cart.id(), cart.version(), Actor.customer());
      assertThat(result).isInstanceOf(PlaceResult.Placed.class);
      return ((PlaceResult.Placed) result).order();
    });
  }

  OrderResult byStaff(UUID orderId, OrderCommand command) {
    Actor actor = Actor.staff(agent);
    return in(tx -> orders.apply(tx, house.restaurantId, orderId, command, actor));
  }

  OrderSummary order(UUID orderId) {
    return in(tx -> orders.find(tx, house.restaurantId, orderId)).orElseThrow();
  }

  OrderStatus status(UUID orderId) {
    return order(orderId).status();
  }

  long stepsLeft() {
    return in(tx -> tx.sql("select count(*) as n from pos_step").one(row -> row.number("n")));
  }

  /// Lets one node work until nothing is left to do now.
  void settle() {
    StepWorker worker = worker(first);
    NoorHouse.await(
        "no step is left",
        () -> {
          worker.work();
          return stepsLeft() == 0;
        });
  }

  <T extends @Nullable Object> T in(Function<Transaction, T> work) {
    return house.database.inRestaurant(house.restaurantId, work);
  }

  @Override
  public void close() {
    house.close();
  }

  /// Seals nothing.
  private static final class OpenVault implements Sealing {
    @Override
    public byte[] seal(String secret, String owner) {
      return secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String open(byte[] sealed, String owner) {
      return new String(sealed, StandardCharsets.UTF_8);
    }
  }
}
