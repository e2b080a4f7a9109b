package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import java.util.List;
import java.util.UUID;

/// Orders of a house's conversations, moved as a branch would move them.
public final class OrderTrial {

  private final NoorHouse house;
  private final Carts carts;
  private final Orders orders;

  /// Builds the branch Olaya with its menu into the house.
  public OrderTrial(NoorHouse house, Conversations conversations) {
    this.house = house;
    Restaurants restaurants = new Restaurants(house.clock);
    Menus menus = new Menus(house.events);
    this.carts = new Carts(restaurants, menus, house.clock, house.ids);
    this.orders =
        new Orders(
            restaurants, carts, conversations, house.events, List.of(), house.clock, house.ids);
    house.database.changeRestaurant(
        house.restaurantId,
        transaction -> {
          restaurants.addBranch(transaction, house.restaurantId, olaya());
          menus.add(transaction, house.restaurantId, Noor.EVERYTHING);
        });
  }

  /// The house has branches with the usual letters already.
  private static Branch olaya() {
    Branch olaya = Noor.OLAYA;
    return new Branch(
        olaya.id(),
        "N",
        olaya.name(),
        olaya.address(),
        olaya.zone(),
        olaya.latitude(),
        olaya.longitude(),
        olaya.times().usual(),
        olaya.delivers(),
        olaya.preparationMinutes());
  }

  /// An order of the conversation's customer that the kitchen works on.
  public UUID preparing(UUID conversation, Fulfilment fulfilment) {
    change(conversation, new CartCommand.Add(Noor.COLA.id(), 1, List.of()));
    change(conversation, new CartCommand.ChooseFulfilment(fulfilment));
    change(conversation, new CartCommand.ChooseBranch(Noor.OLAYA.id()));
    PlaceResult placed =
        house.<PlaceResult>in(transaction -> {
          Cart cart = carts.current(transaction, house.restaurantId, conversation);
          carts.markReadBack(transaction, house.restaurantId, cart);
          return orders.place(
              transaction,
              house.restaurantId,
              conversation,
              cart.id(),
              cart.version(),
              Actor.customer());
        });
    assertThat(placed).isInstanceOf(PlaceResult.Placed.class);
    UUID order = ((PlaceResult.Placed) placed).order().id();
    move(order, new OrderCommand.Accept(15));
    move(order, new OrderCommand.StartPreparing());
    return order;
  }

  /// The kitchen is done.
  public void ready(UUID order) {
    move(order, new OrderCommand.MarkReady());
  }

  public String number(UUID order) {
    return house
        .<OrderSummary>in(
            transaction -> orders.find(transaction, house.restaurantId, order).orElseThrow())
        .number();
  }

  private void change(UUID conversation, CartCommand command) {
    CartResult result =
        house.<CartResult>in(
            transaction -> carts.apply(transaction, house.restaurantId, conversation, command));
    assertThat(result).isInstanceOf(CartResult.Changed.class);
  }

  private void move(UUID order, OrderCommand command) {
    OrderResult result =
        house.<OrderResult>in(transaction ->
            orders.apply(transaction, house.restaurantId, order, command, Actor.system()));
    assertThat(result).isInstanceOf(OrderResult.Moved.class);
  }
}
