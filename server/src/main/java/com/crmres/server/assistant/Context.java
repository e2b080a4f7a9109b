package com.crmres.server.assistant;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Said;
import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.Carts;
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
  private final Recollection recollection;
  private final FactLines facts;

  /// Gathers for a house that remembers nothing and tells nothing of itself.
  public Context(Conversations conversations, Restaurants restaurants, Menus menus, Carts carts) {
    this(conversations, restaurants, menus, carts, Recollection.NONE, FactLines.NONE);
  }

  /// Gathers for a house that remembers its customers.
  public Context(
      Conversations conversations,
      Restaurants restaurants,
      Menus menus,
      Carts carts,
      Recollection recollection,
      FactLines facts) {
    this.conversations = conversations;
    this.restaurants = restaurants;
    this.menus = menus;
    this.carts = carts;
    this.recollection = recollection;
    this.facts = facts;
  }

  Turn of(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      List<Said> said,
      TurnStore.Memory memory) {
    Cart cart = carts.current(transaction, restaurantId, conversationId);
    List<Branch> branches = restaurants.branches(transaction, restaurantId);
    Menu menu = menu(transaction, restaurantId, cart, branches);
    Language language = conversations.language(transaction, restaurantId, conversationId);
    List<Turn.Said> now = said.stream().map(Context::said).toList();
    return new Turn(
        conversationId,
        now,
        menu,
        cart,
        memory.pending(),
        language,
        memory.misses(),
        branches.stream()
            .map(branch ->
                new Turn.BranchName(branch.id(), List.of(branch.name().ar(), branch.name().en())))
            .toList(),
        house(transaction, restaurantId, branches, language),
        recollection.past(
            transaction,
            restaurantId,
            new Recollection.Wish(conversationId, memory.answeredThrough(), now)));
  }

  private House house(
      Transaction transaction, UUID restaurantId, List<Branch> branches, Language language) {
    Restaurant restaurant = restaurants.of(transaction, restaurantId);
    return new House(
        restaurant.name(),
        restaurant.personality(),
        facts.of(new FactLines.Wish(restaurant, branches, language)));
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
