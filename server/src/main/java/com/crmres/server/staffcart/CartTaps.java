package com.crmres.server.staffcart;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.server.assistant.Tap;
import com.crmres.server.assistant.desk.CartDesk;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.TapListener;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.payment.Choosing;
import java.util.UUID;

/// Takes the customer's yes by button, and how he pays, while people have the conversation: what
/// they read back to him, he can confirm by himself.
public final class CartTaps implements TapListener {

  private final Conversations conversations;
  private final Orders orders;
  private final CartDesk desk;
  private final Choosing choosing;

  public CartTaps(Conversations conversations, Orders orders, CartDesk desk, Choosing choosing) {
    this.conversations = conversations;
    this.orders = orders;
    this.desk = desk;
    this.choosing = choosing;
  }

  @Override
  public void tapped(Transaction transaction, UUID restaurantId, UUID conversationId, String id) {
    if (Tap.read(id).orElse(null) instanceof Tap.Confirm(UUID cartId, int version)) {
      CartDesk.Confirmed confirmed =
          desk.confirm(
              transaction, restaurantId, conversationId, cartId, version, Actor.customer());
      tell(transaction, restaurantId, conversationId, confirmed);
    }
    Choosing.read(id)
        .ifPresent(chosen ->
            pays(transaction, restaurantId, conversationId, chosen.orderId(), chosen.method()));
  }

  /// Tells the customer what came of a yes, and asks how he pays where there is a choice.
  void tell(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      CartDesk.Confirmed confirmed) {
    confirmed.words().forEach(words -> say(transaction, restaurantId, conversationId, words));
    if (confirmed.result() instanceof PlaceResult.Placed(OrderSummary order)) {
      choosing
          .question(
              transaction,
              restaurantId,
              order,
              conversations.language(transaction, restaurantId, conversationId))
          .ifPresent(question -> say(transaction, restaurantId, conversationId, question));
    }
  }

  /// An order of somebody else's is nobody's here.
  private void pays(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      UUID orderId,
      PaymentMethod method) {
    orders
        .find(transaction, restaurantId, orderId)
        .filter(order -> order.conversationId().equals(conversationId))
        .map(order ->
            choosing.choose(
                transaction,
                restaurantId,
                orders,
                order,
                method,
                conversations.language(transaction, restaurantId, conversationId)))
        .ifPresent(told -> say(transaction, restaurantId, conversationId, told));
  }

  private void say(
      Transaction transaction, UUID restaurantId, UUID conversationId, MessageContent words) {
    conversations.say(
        transaction,
        restaurantId,
        conversationId,
        Sender.SYSTEM,
        words,
        Channel.WhenInDoubt.SEND_AGAIN);
  }
}
