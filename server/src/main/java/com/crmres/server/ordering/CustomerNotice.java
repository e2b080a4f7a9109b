package com.crmres.server.ordering;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Occasion;
import com.crmres.server.database.Transaction;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells a customer that his order moved: the one place where that is said.
final class CustomerNotice {

  private final Restaurants restaurants;
  private final Conversations conversations;
  private final Clock clock;
  private final OrderTexts texts = new OrderTexts();

  CustomerNotice(Restaurants restaurants, Conversations conversations, Clock clock) {
    this.restaurants = restaurants;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// Says it, if the transition has words for it. In doubt it is said again: not to be told harms
  /// more than to be told twice (docs/decisions/0012).
  void tell(Transaction transaction, UUID restaurantId, Transition transition, Order order) {
    String told = transition.told();
    if (told == null) {
      return;
    }
    UUID conversationId = order.conversationId();
    Language language = conversations.language(transaction, restaurantId, conversationId);
    Branch branch = restaurants.branch(transaction, restaurantId, order.branchId()).orElseThrow();
    String text = texts.text(language, told, facts(order, branch, language));
    conversations.say(
        transaction,
        restaurantId,
        conversationId,
        Sender.SYSTEM,
        new MessageContent.Text(text),
        occasion(told, facts(order, branch, language)),
        Channel.WhenInDoubt.SEND_AGAIN);
  }

  /// The occasion of a sentence; every one needs its templates (whatsapp/templates.properties).
  static Occasion occasion(String told, OrderTexts.Facts facts) {
    return new Occasion(
        "order." + told,
        Map.of(
            "order_no", facts.number(),
            "minutes", Long.toString(facts.minutes()),
            "branch", facts.branch()));
  }

  private OrderTexts.Facts facts(Order order, Branch branch, Language language) {
    return new OrderTexts.Facts(
        order.number(),
        minutesUntil(order.promisedAt()),
        order.reason(),
        language.isArabic() ? branch.name().ar() : branch.name().en());
  }

  private long minutesUntil(@Nullable Instant promisedAt) {
    return promisedAt == null ? 0 : Duration.between(clock.instant(), promisedAt).toMinutes();
  }
}
