package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.ConversationType;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.AlterResult;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.OrderResult;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.PricedCart;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurant;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The counter as the house keeps it: carts, orders, conversations and restaurants.
final class HouseCounter implements Counter {

  private final House house;
  private final Transaction transaction;
  private final UUID restaurantId;
  private final UUID conversationId;
  private final Actor confirming;
  private @Nullable PlaceResult placed;

  HouseCounter(House house, Transaction transaction, UUID restaurantId, UUID conversationId) {
    this(house, transaction, restaurantId, conversationId, Actor.assistant());
  }

  /// The counter at which somebody else than the assistant says yes.
  HouseCounter(
      House house,
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Actor confirming) {
    this.house = house;
    this.transaction = transaction;
    this.restaurantId = restaurantId;
    this.conversationId = conversationId;
    this.confirming = confirming;
  }

  /// The ways into the rest of the house.
  record House(
      Carts carts,
      Orders orders,
      Conversations conversations,
      Restaurants restaurants,
      Clock clock) {}

  @Override
  public Cart cart() {
    return house.carts().current(transaction, restaurantId, conversationId);
  }

  @Override
  public CartResult change(CartCommand command) {
    return house.carts().apply(transaction, restaurantId, conversationId, command);
  }

  @Override
  public Optional<CartResult.Question> openQuestion(Cart cart) {
    return house.carts().openQuestion(transaction, restaurantId, cart);
  }

  @Override
  public PricedCart price(Cart cart) {
    return house.carts().price(transaction, restaurantId, cart);
  }

  @Override
  public Optional<String> contactPhone(Cart cart) {
    return house.carts().contactPhone(transaction, restaurantId, cart);
  }

  @Override
  public Optional<Instant> readyAt(Cart cart) {
    return house.carts().readyAt(transaction, restaurantId, cart);
  }

  @Override
  public List<Instant> freeTimes(Cart cart, UUID branchId, Instant from) {
    return house.carts().freeTimes(transaction, restaurantId, cart, branchId, from);
  }

  @Override
  public void markReadBack(Cart cart) {
    house.carts().markReadBack(transaction, restaurantId, cart);
  }

  @Override
  public PlaceResult place(UUID cartId, int version) {
    PlaceResult result =
        house
            .orders()
            .place(transaction, restaurantId, conversationId, cartId, version, confirming);
    placed = result;
    return result;
  }

  /// What came of the last yes; null if there was none.
  @Nullable PlaceResult placed() {
    return placed;
  }

  @Override
  public Optional<OrderSummary> lastOrder() {
    return house.orders().ofConversation(transaction, restaurantId, conversationId).stream()
        .findFirst();
  }

  @Override
  public Optional<OrderStatus> askToCancel(UUID orderId) {
    OrderResult result =
        house.orders().callOff(transaction, restaurantId, orderId, Actor.assistant());
    return result instanceof OrderResult.Moved(OrderSummary order)
        ? Optional.of(order.status())
        : Optional.empty();
  }

  @Override
  public AlterResult alter() {
    return house.orders().alter(transaction, restaurantId, conversationId);
  }

  @Override
  public void putAway(UUID cartId) {
    house.carts().putAway(transaction, restaurantId, cartId);
  }

  @Override
  public Optional<OrderSummary> changed(Cart cart) {
    return Optional.ofNullable(cart.changes()).flatMap(this::own);
  }

  @Override
  public Optional<OrderSummary> makeElsewhere(UUID orderId, UUID branchId, Money price) {
    OrderCommand command = new OrderCommand.MakeElsewhere(branchId, price);
    return own(orderId)
        .map(order ->
            house.orders().apply(transaction, restaurantId, order.id(), command, Actor.customer()))
        .flatMap(result ->
            result instanceof OrderResult.Moved(OrderSummary order)
                ? Optional.of(order)
                : Optional.empty());
  }

  @Override
  public void callBack(UUID orderId) {
    own(orderId)
        .ifPresent(order ->
            house
                .orders()
                .apply(
                    transaction,
                    restaurantId,
                    order.id(),
                    new OrderCommand.CallBack(),
                    Actor.customer()));
  }

  /// An order of this conversation.
  private Optional<OrderSummary> own(UUID orderId) {
    return house
        .orders()
        .find(transaction, restaurantId, orderId)
        .filter(order -> order.conversationId().equals(conversationId));
  }

  @Override
  public Restaurant restaurant() {
    return house.restaurants().of(transaction, restaurantId);
  }

  @Override
  public List<Branch> branches() {
    return house.restaurants().branches(transaction, restaurantId);
  }

  @Override
  public Instant now() {
    return house.clock().instant();
  }

  @Override
  public void isAbout(ConversationType type) {
    house.conversations().isAbout(transaction, restaurantId, conversationId, type);
  }

  @Override
  public void belongsTo(UUID branchId) {
    house.conversations().belongsTo(transaction, restaurantId, conversationId, branchId);
  }
}
