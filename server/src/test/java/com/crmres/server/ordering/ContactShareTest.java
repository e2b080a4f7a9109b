package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.assistant.Context;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.assistant.Discretion;
import com.crmres.server.assistant.Turns;
import com.crmres.server.assistant.desk.FrontDesk;
import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.conversation.Presence;
import com.crmres.server.database.Ids;
import com.crmres.server.language.Lexicon;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.whatsapp.webhook.NoorIntake;
import com.crmres.server.whatsapp.webhook.Sample;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A customer of whom WhatsApp tells no number orders a delivery, from his first words on.
class ContactShareTest {

  private final NoorIntake noor = new NoorIntake();
  private final AtomicInteger messages = new AtomicInteger();
  private final Restaurants restaurants = new Restaurants(noor.clock);
  private final Menus menus = new Menus(noor.eventLog);
  private final Ids ids = Ids.timeOrdered();
  private final Carts carts = new Carts(restaurants, menus, noor.clock, ids);
  private final Orders orders =
      new Orders(restaurants, carts, noor.conversations, noor.eventLog, List.of(), noor.clock, ids);
  private final Turns turns =
      new Turns(
          noor.database,
          noor.conversations,
          noor.turnQueue,
          new Dialogue(
              noor.conversations,
              new Context(noor.conversations, restaurants, menus, carts),
              new FrontDesk(carts, orders, noor.conversations, restaurants, noor.clock),
              noor.clock),
          new EmbeddedMind(Lexicon.load()),
          Discretion.FULL,
          Presence.NONE,
          Duration.ofSeconds(6),
          noor.clock);

  ContactShareTest() {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> {
          restaurants.addBranch(transaction, noor.restaurantId, Noor.OLAYA);
          menus.add(transaction, noor.restaurantId, Noor.EVERYTHING);
        });
  }

  @AfterEach
  void stop() throws InterruptedException {
    noor.stop();
  }

  /// trap 16, behaviour 21
  @Test
  void theNumberIsAskedForSharedBecomesHisAndTheOrderGoesOn() throws Exception {
    says("ابي كولا توصيل");
    says("حي العليا شارع التحلية بيت 12");
    assertThat(last()).isInstanceOf(MessageContent.ContactRequest.class);

    noor.deliver(Sample.file("in-contacts-phone-share.json"));
    answer();
    assertThat(last().preview()).contains("0500000123");
    assertThat(noor.summary().customer().phone()).isEqualTo("966500000123");
    says("نعم");

    assertThat(placed()).extracting(OrderSummary::contactPhone).containsExactly("966500000123");
  }

  /// trap 16
  @Test
  void theNumberTypedIsTheOrdersOwnAndNotTheCustomers() throws Exception {
    says("ابي كولا توصيل");
    says("حي العليا شارع التحلية بيت 12");
    says("٠٥٥ ٥٥٥ ٥٥٥٥");
    assertThat(last().preview()).contains("0555555555");
    says("نعم");

    assertThat(placed()).extracting(OrderSummary::contactPhone).containsExactly("966555555555");
    assertThat(noor.summary().customer().phone()).isNull();
  }

  private List<OrderSummary> placed() {
    UUID conversation = noor.summary().id();
    return noor.<List<OrderSummary>>in(
        transaction -> orders.ofConversation(transaction, noor.restaurantId, conversation));
  }

  private void says(String text) throws InterruptedException {
    noor.deliver(
        Sample.changed(
            "in-text-username-only.json",
            value -> {
              ObjectNode message = Sample.message(value);
              message.put("id", "wamid.order." + messages.incrementAndGet());
              ((ObjectNode) message.path("text")).put("body", text);
            }));
    answer();
  }

  private void answer() {
    noor.work();
    noor.clock.forward(Duration.ofSeconds(3));
    boolean more = true;
    while (more) {
      more = turns.answerNext();
    }
  }

  private MessageContent last() {
    List<MessageDetails> shown = noor.messages();
    return shown.getLast().content();
  }
}
