package com.crmres.server.ordering;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.TapListener;
import com.crmres.server.database.Transaction;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Does what a customer taps under the question of [Rescue] while people have the conversation, and
/// tells him so: the clock of his order does not wait for them.
public final class RescueTaps implements TapListener {

  private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
  private static final Pattern ELSEWHERE =
      Pattern.compile("v1:elsewhere:" + ID + ":" + ID + ":([0-9]{1,12})");
  private static final Pattern CALL = Pattern.compile("v1:call:" + ID);

  private final Orders orders;
  private final Conversations conversations;
  private final RescueTexts texts = new RescueTexts();

  public RescueTaps(Orders orders, Conversations conversations) {
    this.orders = orders;
    this.conversations = conversations;
  }

  @Override
  public void tapped(Transaction transaction, UUID restaurantId, UUID conversationId, String id) {
    match(ELSEWHERE, id)
        .ifPresent(parts -> {
          OrderCommand wish =
              new OrderCommand.MakeElsewhere(
                  UUID.fromString(parts.group(2)), new Money(Long.parseLong(parts.group(3))));
          does(transaction, restaurantId, conversationId, parts.group(1), wish, "elsewhere");
        });
    match(CALL, id)
        .ifPresent(parts ->
            does(
                transaction,
                restaurantId,
                conversationId,
                parts.group(1),
                new OrderCommand.CallBack(),
                "call"));
  }

  private static Optional<MatchResult> match(Pattern pattern, String id) {
    return pattern.matcher(id).results().filter(found -> found.group().equals(id)).findFirst();
  }

  /// An order of somebody else's is nobody's here.
  private void does(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      String orderId,
      OrderCommand wish,
      String key) {
    orders
        .find(transaction, restaurantId, UUID.fromString(orderId))
        .filter(order -> order.conversationId().equals(conversationId))
        .map(order -> orders.apply(transaction, restaurantId, order.id(), wish, Actor.customer()))
        .ifPresent(result -> answer(transaction, restaurantId, conversationId, result, key));
  }

  private void answer(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      OrderResult result,
      String key) {
    Language language = conversations.language(transaction, restaurantId, conversationId);
    boolean moved = result instanceof OrderResult.Moved;
    String number = result instanceof OrderResult.Moved(OrderSummary order) ? order.number() : "";
    conversations.say(
        transaction,
        restaurantId,
        conversationId,
        Sender.SYSTEM,
        new MessageContent.Text(texts.text(language, (moved ? "done." : "late.") + key, number)),
        Channel.WhenInDoubt.SEND_AGAIN);
  }
}
