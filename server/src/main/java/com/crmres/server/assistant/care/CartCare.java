package com.crmres.server.assistant.care;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.server.assistant.Desk;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.assistant.Discretion;
import com.crmres.server.assistant.desk.CartDesk;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.OpenCarts;
import com.crmres.server.restaurant.Restaurants;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Goes through open carts after the menu changed, reminds once of one that was left lying, and
/// puts away what nobody came back to.
///
/// Customers hear of it only where the assistant may speak by itself and the service window is
/// open. Elsewhere the cart keeps its lines, for people to talk about; what was read back can no
/// longer be confirmed.
public final class CartCare {

  private static final Logger LOG = System.getLogger(CartCare.class.getName());
  private static final int AT_ONCE = 50;

  private final Database database;
  private final Conversations conversations;
  private final Carts carts;
  private final OpenCarts openCarts;
  private final Restaurants restaurants;
  private final CartDesk desk;
  private final Dialogue dialogue;
  private final Discretion discretion;
  private final Clock clock;

  /// Makes the care for the carts of all restaurants.
  ///
  /// @param discretion how far the assistant may go by itself
  public CartCare(
      Database database,
      Conversations conversations,
      Carts carts,
      OpenCarts openCarts,
      Restaurants restaurants,
      CartDesk desk,
      Dialogue dialogue,
      Discretion discretion,
      Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.carts = carts;
    this.openCarts = openCarts;
    this.restaurants = restaurants;
    this.desk = desk;
    this.dialogue = dialogue;
    this.discretion = discretion;
    this.clock = clock;
  }

  /// Goes through the carts that a change of the menu concerns, each in a transaction of its own.
  /// Whoever dies over it is followed by another: a cart that is true already stays as it is.
  ///
  /// @return whether there was such a change
  public boolean sweepNext() {
    Optional<OpenCarts.Change> next = database.inSystem(openCarts::nextChange);
    next.ifPresent(this::sweep);
    return next.isPresent();
  }

  private void sweep(OpenCarts.Change change) {
    List<UUID> concerned =
        database.inRestaurant(
            change.restaurantId(), transaction -> openCarts.concerned(transaction, change));
    for (UUID conversationId : concerned) {
      database.changeRestaurant(
          change.restaurantId(),
          transaction -> sweep(transaction, change.restaurantId(), conversationId));
    }
    database.changeRestaurant(
        change.restaurantId(), transaction -> openCarts.done(transaction, change));
  }

  private void sweep(Transaction transaction, UUID restaurantId, UUID conversationId) {
    ConversationSummary conversation =
        conversations.lock(transaction, restaurantId, conversationId);
    if (maySpeak(transaction, restaurantId, conversation)) {
      carts
          .sweep(transaction, restaurantId, conversationId)
          .map(swept -> desk.changed(transaction, restaurantId, conversationId, swept))
          .ifPresent(served -> say(transaction, restaurantId, conversationId, served));
    } else {
      carts.doubt(transaction, restaurantId, conversationId);
    }
  }

  /// Does what is due about carts that were left lying.
  ///
  /// @return whether there may be more at once
  public boolean attendDue() {
    List<OpenCarts.Left> due =
        database.inSystem(transaction -> openCarts.due(transaction, AT_ONCE));
    due.forEach(this::attend);
    return due.size() == AT_ONCE;
  }

  private void attend(OpenCarts.Left left) {
    try {
      database.changeRestaurant(left.restaurantId(), transaction -> attend(transaction, left));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "cart " + left.cartId() + " could not be looked after; tried again", e);
    }
  }

  private void attend(Transaction transaction, OpenCarts.Left left) {
    ConversationSummary conversation =
        conversations.lock(
            transaction, left.restaurantId(), openCarts.conversation(transaction, left));
    if (!openCarts.isStillLeft(transaction, left)) {
      return;
    }
    switch (left.step()) {
      case REMIND -> remind(transaction, left, conversation);
      case ABANDON -> carts.putAway(transaction, left.restaurantId(), left.cartId());
    }
  }

  /// A reminder that may not go out now is not made up for later: it would only disturb.
  private void remind(
      Transaction transaction, OpenCarts.Left left, ConversationSummary conversation) {
    UUID restaurantId = left.restaurantId();
    UUID conversationId = conversation.id();
    openCarts.reminded(transaction, left);
    if (maySpeak(transaction, restaurantId, conversation)
        && isServed(transaction, restaurantId, conversationId)) {
      say(
          transaction,
          restaurantId,
          conversationId,
          desk.remind(transaction, restaurantId, conversationId));
    }
  }

  /// Whether the branch of the cart, or any while none is chosen, takes orders now.
  private boolean isServed(Transaction transaction, UUID restaurantId, UUID conversationId) {
    Cart cart = carts.current(transaction, restaurantId, conversationId);
    return restaurants.branches(transaction, restaurantId).stream()
        .filter(branch -> cart.branchId() == null || branch.id().equals(cart.branchId()))
        .anyMatch(branch -> branch.isOpen(clock.instant()));
  }

  private boolean maySpeak(
      Transaction transaction, UUID restaurantId, ConversationSummary conversation) {
    return conversation.leftToAssistant()
        && conversation.channel().window(clock.instant()) != ServiceWindow.CLOSED
        && discretion.mayShowItself(transaction, restaurantId, conversation);
  }

  private void say(
      Transaction transaction, UUID restaurantId, UUID conversationId, Desk.Served served) {
    dialogue.say(transaction, restaurantId, conversationId, served.answers());
    dialogue.asked(transaction, restaurantId, conversationId, served.pending());
  }
}
