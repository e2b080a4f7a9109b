package com.crmres.server.assistant;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Said;
import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Cart;
import com.crmres.server.ordering.Carts;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurant;
import com.crmres.server.restaurant.Restaurants;
import java.util.List;
import java.util.UUID;

/// Gathers what a mind needs to know to read a turn.
public final class Context {

  private static final int LONGEST_TEXT = 4_096;

  private final Conversations conversations;
  private final Restaurants restaurants;
  private final Menus menus;
  private final Carts carts;

  public Context(Conversations conversations, Restaurants restaurants, Menus menus, Carts carts) {
    this.conversations = conversations;
    this.restaurants = restaurants;
    this.menus = menus;
    this.carts = carts;
  }

  Turn of(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      List<Said> said,
      TurnStore.Memory memory) {
    Cart cart = carts.current(transaction, restaurantId, conversationId);
    List<Branch> branches = restaurants.branches(transaction, restaurantId);
    return new Turn(
        conversationId,
        said.stream().map(Context::said).toList(),
        menu(transaction, restaurantId, cart, branches),
        cart,
        memory.pending(),
        conversations.language(transaction, restaurantId, conversationId),
        memory.misses(),
        branches.stream()
            .map(branch ->
                new Turn.BranchName(branch.id(), List.of(branch.name().ar(), branch.name().en())))
            .toList(),
        house(transaction, restaurantId),
        Past.NONE);
  }

  private House house(Transaction transaction, UUID restaurantId) {
    Restaurant restaurant = restaurants.of(transaction, restaurantId);
    return new House(restaurant.name(), restaurant.personality(), List.of());
  }

  private static Turn.Said said(Said said) {
    MessageDetails message = said.message();
    MessageContent before = said.answered();
    return new Turn.Said(
        message.id(),
        readable(message.content()),
        before == null ? null : new Turn.Correction(readable(before), message.at()));
  }

  /// A mind reads no longer text than WhatsApp promises to send (trap 55).
  private static MessageContent readable(MessageContent content) {
    return content instanceof MessageContent.Text(String text) && text.length() > LONGEST_TEXT
        ? new MessageContent.Text(text.substring(0, LONGEST_TEXT))
        : content;
  }

  /// A restaurant that has no branch yet has nothing to sell.
  private Menu menu(Transaction transaction, UUID restaurantId, Cart cart, List<Branch> branches) {
    UUID chosen = cart.branchId();
    if (chosen != null) {
      return menus.of(transaction, restaurantId, chosen);
    }
    return branches.isEmpty()
        ? new Menu(restaurantId, restaurantId, List.of())
        : menus.of(transaction, restaurantId, branches.getFirst().id());
  }
}
