package com.crmres.server.assistant.memory;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.server.NoorHouse;
import com.crmres.server.assistant.Context;
import com.crmres.server.assistant.Corrections;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.assistant.Discretion;
import com.crmres.server.assistant.Turns;
import com.crmres.server.assistant.desk.FrontDesk;
import com.crmres.server.assistant.desk.HouseFacts;
import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.conversation.Presence;
import com.crmres.server.language.Lexicon;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.restaurant.Restaurants;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Restaurant Noor with a menu, open day and night, where the assistant answers as it does in
/// service.
public final class TalkingHouse implements AutoCloseable {

  private static final Lexicon LEXICON = Lexicon.load();

  public final NoorHouse noor = new NoorHouse();
  public final Restaurants restaurants = new Restaurants(noor.clock);
  public final Menus menus = new Menus(noor.events);
  public final Carts carts = new Carts(restaurants, menus, noor.clock, noor.ids);
  public final Orders orders =
      new Orders(
          restaurants, carts, noor.conversations, noor.events, List.of(), noor.clock, noor.ids);
  public final Preferences preferences = new Preferences(noor.consents, noor.clock, noor.ids);
  public final Feedbacks feedbacks = new Feedbacks(noor.clock, noor.ids);
  public final Recall recall = new Recall(preferences, noor.clock);
  public final Dialogue dialogue =
      new Dialogue(
          noor.conversations,
          new Context(
              noor.conversations, restaurants, menus, carts, recall, new HouseFacts(noor.clock)),
          new RememberingDesk(
              new FrontDesk(carts, orders, noor.conversations, restaurants, noor.clock),
              preferences,
              feedbacks,
              noor.clock),
          noor.clock);
  public final Turns turns =
      new Turns(
          noor.database,
          noor.conversations,
          noor.turnQueue,
          dialogue,
          new Corrections(new EmbeddedMind(LEXICON)),
          Discretion.FULL,
          Presence.NONE,
          Duration.ofSeconds(6),
          noor.clock);

  public TalkingHouse() {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> {
          TestMenu.menu()
              .categories()
              .forEach(category -> menus.add(transaction, noor.restaurantId, category));
          transaction
              .sql(
                  """
                  update branch set hours = (
                    select jsonb_object_agg(day, '[{"from": "00:00", "to": "00:00"}]'::jsonb)
                      from unnest(array['sunday', 'monday', 'tuesday', 'wednesday', 'thursday',
                                        'friday', 'saturday']) day)
                  """)
              .update();
        });
  }

  /// A customer writes, and has the answer.
  ///
  /// @return his conversation
  public UUID says(String phone, String text) {
    UUID conversation = noor.receive(phone, text);
    noor.clock.forward(NoorHouse.PACE.idle());
    answerAll();
    return conversation;
  }

  /// A customer taps a button.
  public void taps(String phone, MessageContent.Button button) {
    noor.receive(phone, "Sara", new MessageContent.Choice(button.id(), button.title()));
    noor.clock.forward(NoorHouse.PACE.idle());
    answerAll();
  }

  public void answerAll() {
    boolean more = true;
    while (more) {
      more = turns.answerNext();
    }
  }

  /// What the assistant said last.
  public String answer(UUID conversation) {
    List<String> said = noor.said(conversation, Sender.AI);
    return said.isEmpty() ? "" : said.getLast();
  }

  /// All that the assistant said.
  public List<String> answers(UUID conversation) {
    return noor.said(conversation, Sender.AI);
  }

  /// The last message of the conversation.
  public MessageContent last(UUID conversation) {
    return noor.<MessageContent>in(transaction ->
        noor.conversations
            .transcript()
            .messages(transaction, noor.restaurantId, conversation, null, 1)
            .getFirst()
            .content());
  }

  public Cart cart(UUID conversation) {
    return noor.<Cart>in(
        transaction -> carts.current(transaction, noor.restaurantId, conversation));
  }

  public void handBack(UUID conversation) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.handBack(transaction, noor.restaurantId, conversation, null));
  }

  @Override
  public void close() {
    noor.close();
  }
}
