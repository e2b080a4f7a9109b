package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.Desk.Served;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.Swept;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurant;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/// Speaks about a cart when no turn of the customer's asks for it: what sold out of it, what became
/// dearer, that it is still here, what is in it.
public final class CartDesk {

  private final Conversations conversations;
  private final Menus menus;
  private final HouseCounter.House house;
  private final Speech speech = new Speech();

  /// The desk of the house.
  public CartDesk(
      Carts carts,
      Orders orders,
      Conversations conversations,
      Restaurants restaurants,
      Menus menus,
      Clock clock) {
    this.conversations = conversations;
    this.menus = menus;
    this.house = new HouseCounter.House(carts, orders, conversations, restaurants, clock);
  }

  /// What was taken out of the cart, with something in its place where there is something like it;
  /// or that the prices are others.
  public Served changed(
      Transaction transaction, UUID restaurantId, UUID conversationId, Swept swept) {
    return served(
        transaction, restaurantId, conversationId, (desk, next) -> desk.tell(swept, next));
  }

  /// That the cart is still here, and what it lacks.
  public Served remind(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return served(
        transaction,
        restaurantId,
        conversationId,
        (desk, next) -> {
          desk.answer.say(desk.phrases.voice().say("reminder"));
          next.readBack();
        });
  }

  /// The cart read back as the assistant would, and remembered as read; empty where it cannot be,
  /// because something is not known yet or its branch takes no orders now.
  public Optional<MessageContent> readBack(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    Served served =
        served(transaction, restaurantId, conversationId, (desk, next) -> next.readBack());
    return served.pending() instanceof PendingQuestion.ConfirmCart
        ? Optional.of(served.answers().getFirst())
        : Optional.empty();
  }

  /// What came of a yes, and what the customer hears of it.
  public record Confirmed(PlaceResult result, List<MessageContent> words) {
    public Confirmed {
      words = List.copyOf(words);
    }
  }

  /// Somebody says yes to what was read back, or for the customer.
  public Confirmed confirm(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      UUID cartId,
      int version,
      Actor actor) {
    HouseCounter counter =
        new HouseCounter(house, transaction, restaurantId, conversationId, actor);
    Served served =
        served(
            transaction,
            restaurantId,
            conversationId,
            counter,
            (desk, next) ->
                new Wishes(
                        counter,
                        desk.phrases,
                        desk.answer,
                        next,
                        Past.NONE,
                        List.of(new Proposal.ConfirmCart(cartId, version)),
                        List.of())
                    .serve());
    return new Confirmed(Objects.requireNonNull(counter.placed()), served.answers());
  }

  private Served served(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      BiConsumer<Words, NextStep> speaking) {
    HouseCounter counter = new HouseCounter(house, transaction, restaurantId, conversationId);
    return served(
        transaction,
        restaurantId,
        conversationId,
        counter,
        (desk, next) -> {
          speaking.accept(desk, next);
          next.goOn(false);
        });
  }

  private Served served(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      HouseCounter counter,
      BiConsumer<Words, NextStep> speaking) {
    Restaurant restaurant = counter.restaurant();
    Language language = conversations.language(transaction, restaurantId, conversationId);
    Voice voice = speech.voice(language, restaurant.personality(), restaurant.name());
    Phrasebook phrases = Phrasebook.of(menu(transaction, restaurantId, counter), counter, voice);
    Answer answer = new Answer();
    NextStep next = new NextStep(counter, phrases, answer, null);
    speaking.accept(new Words(phrases, answer), next);
    Answer.Question question = answer.question();
    return new Served(answer.messages(), question == null ? null : question.pending(), 0, null);
  }

  private Menu menu(Transaction transaction, UUID restaurantId, HouseCounter counter) {
    UUID chosen = counter.cart().branchId();
    List<Branch> branches = counter.branches();
    return menus.of(transaction, restaurantId, chosen == null ? branches.getFirst().id() : chosen);
  }

  /// What is said to one customer.
  private record Words(Phrasebook phrases, Answer answer) {

    private void tell(Swept swept, NextStep next) {
      if (swept.gone().isEmpty()) {
        answer.say(phrases.voice().say("readback.changed"));
        next.readBack();
        return;
      }
      List<UUID> gone = swept.gone().stream().map(line -> line.line().itemId()).distinct().toList();
      answer.say(phrases.voice().say("sold_out.removed", phrases.names().items(gone)));
      List<Swept.Gone> replaceable =
          swept.gone().stream().filter(line -> line.substituteId() != null).toList();
      if (replaceable.isEmpty()) {
        next.readBack();
      } else {
        answer.ask(substitute(replaceable.getFirst(), swept.cart()));
      }
    }

    private Answer.Question substitute(Swept.Gone gone, Cart cart) {
      UUID substituteId = Objects.requireNonNull(gone.substituteId());
      MenuItem item = phrases.menu().items(List.of(substituteId)).getFirst();
      return new InsteadOf(phrases.voice()).ask(gone.line(), item, cart);
    }
  }
}
