package com.crmres.server.ordering;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.common.money.Money;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.Elsewhere;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Asks a customer whose order nobody answers whether another branch shall make it, or whether he
/// wants to be called.
final class Rescue {

  private final Restaurants restaurants;
  private final Conversations conversations;
  private final OtherBranches branches;
  private final RescueTexts texts = new RescueTexts();

  Rescue(Restaurants restaurants, Conversations conversations, OtherBranches branches) {
    this.restaurants = restaurants;
    this.conversations = conversations;
    this.branches = branches;
  }

  /// The button by which another branch makes an order, for the price shown.
  static String elsewhereId(UUID orderId, UUID branchId, Money price) {
    return "v1:elsewhere:" + orderId + ":" + branchId + ":" + price.halalas();
  }

  /// The button by which the customer is called about an order.
  static String callId(UUID orderId) {
    return "v1:call:" + orderId;
  }

  /// Asks him.
  void ask(Transaction transaction, UUID restaurantId, Order order) {
    Language language = conversations.language(transaction, restaurantId, order.conversationId());
    Optional<Elsewhere> other = branches.nearest(transaction, restaurantId, order);
    List<MessageContent.Button> buttons = new ArrayList<>();
    other.ifPresent(found ->
        buttons.add(
            new MessageContent.Button(
                elsewhereId(order.id(), found.branch().id(), found.priced().total()),
                texts.text(language, "button.elsewhere"))));
    buttons.add(new MessageContent.Button(callId(order.id()), texts.text(language, "button.call")));
    String question =
        other
            .map(found -> offer(transaction, restaurantId, order, found, language))
            .orElseGet(() -> regret(transaction, restaurantId, order, language));
    conversations.say(
        transaction,
        restaurantId,
        order.conversationId(),
        Sender.SYSTEM,
        new MessageContent.Buttons(question, buttons),
        Channel.WhenInDoubt.SEND_AGAIN);
  }

  private String offer(
      Transaction transaction, UUID restaurantId, Order order, Elsewhere other, Language language) {
    Money now = order.payment().total();
    Money then = other.priced().total();
    long difference = then.halalas() - now.halalas();
    String price = difference == 0 ? "same" : difference > 0 ? "dearer" : "cheaper";
    return texts.text(
        language,
        "ask." + price,
        order.number(),
        own(transaction, restaurantId, order, language),
        name(other.branch(), language),
        then.text(),
        new Money(Math.abs(difference)).text());
  }

  private String regret(
      Transaction transaction, UUID restaurantId, Order order, Language language) {
    return texts.text(
        language, "ask.nobody", order.number(), own(transaction, restaurantId, order, language));
  }

  private String own(Transaction transaction, UUID restaurantId, Order order, Language language) {
    return restaurants
        .branch(transaction, restaurantId, order.branchId())
        .map(branch -> name(branch, language))
        .orElseThrow();
  }

  private static String name(Branch branch, Language language) {
    return language.isArabic() ? branch.name().ar() : branch.name().en();
  }
}
