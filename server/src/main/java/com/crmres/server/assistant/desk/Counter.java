package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.ConversationType;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.AlterResult;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.PricedCart;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the desk can do for one conversation within one transaction: all it wants of the house.
interface Counter {

  Cart cart();

  CartResult change(CartCommand command);

  /// What must be asked next before the cart can be read back.
  Optional<CartResult.Question> openQuestion(Cart cart);

  PricedCart price(Cart cart);

  /// The number to call about a delivery of the cart, digits with country code; empty if nobody
  /// knows one.
  Optional<String> contactPhone(Cart cart);

  /// When the cart would be ready; empty where nobody can say.
  Optional<Instant> readyAt(Cart cart);

  /// The next times from one on that a branch has room for the cart.
  List<Instant> freeTimes(Cart cart, UUID branchId, Instant from);

  /// Remembers that the customer was shown this version with its prices.
  void markReadBack(Cart cart);

  PlaceResult place(UUID cartId, int version);

  /// The order placed last.
  Optional<OrderSummary> lastOrder();

  /// Asks for the cancellation of an order.
  ///
  /// @return how it stands then; empty if it cannot be cancelled any more
  Optional<OrderStatus> askToCancel(UUID orderId);

  /// Puts the newest open order into the cart, for the customer to change.
  AlterResult alter();

  /// Puts a cart away that its customer does not want.
  void putAway(UUID cartId);

  /// The order that a cart is to change.
  Optional<OrderSummary> changed(Cart cart);

  /// Lets another branch make an order that its own does not answer.
  ///
  /// @return the order as it stands then; empty if that branch cannot any more, or not for the
  ///   price
  Optional<OrderSummary> makeElsewhere(UUID orderId, UUID branchId, Money price);

  /// Notes that the customer wants to be called about an order.
  void callBack(UUID orderId);

  Restaurant restaurant();

  List<Branch> branches();

  Instant now();

  void isAbout(ConversationType type);

  void belongsTo(UUID branchId);

  /// Opens the counter for a conversation.
  @FunctionalInterface
  interface Opening {
    Counter open(Transaction transaction, UUID restaurantId, UUID conversationId);
  }
}
