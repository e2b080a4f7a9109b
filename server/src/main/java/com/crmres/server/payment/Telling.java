package com.crmres.server.payment;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.common.money.Money;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Occasion;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells a customer of his payment: the one place where that is said. Outside the service window a
/// template says it.
final class Telling {

  private final Conversations conversations;
  private final Texts texts;
  private final Clock clock;

  Telling(Conversations conversations, Texts texts, Clock clock) {
    this.conversations = conversations;
    this.texts = texts;
    this.clock = clock;
  }

  /// What is told; its name is a key of the sentences, and of the templates.
  enum Told {
    LINK,
    NO_LINK,
    PAID,
    REFUNDED;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The facts of a sentence or of its template.
  private static Map<String, String> facts(Money amount, String order, String minutes, String url) {
    return Map.of(
        "amount", amount.text(),
        "order", order,
        "order_no", order,
        "minutes", minutes,
        "url", url);
  }

  void link(
      Transaction transaction,
      UUID restaurantId,
      Payment payment,
      String order,
      @Nullable String url) {
    Language language = conversations.language(transaction, restaurantId, payment.conversationId());
    long minutes =
        Duration.between(clock.instant(), Objects.requireNonNull(payment.expiresAt())).toMinutes();
    String page = Objects.requireNonNull(url);
    Map<String, String> facts = facts(payment.amount(), order, Long.toString(minutes), page);
    MessageContent content =
        new MessageContent.Link(
            texts.text(language, Told.LINK.key(), facts),
            texts.text(language, "link.label", Map.of()),
            page);
    say(transaction, restaurantId, payment.conversationId(), Told.LINK, content, facts);
  }

  void noLink(Transaction transaction, UUID restaurantId, Payment payment, String order) {
    tell(transaction, restaurantId, payment, Told.NO_LINK, payment.amount(), order);
  }

  void paid(Transaction transaction, UUID restaurantId, Payment payment, String order) {
    tell(transaction, restaurantId, payment, Told.PAID, payment.amount(), order);
  }

  void refunded(
      Transaction transaction, UUID restaurantId, Payment payment, Money amount, String order) {
    tell(transaction, restaurantId, payment, Told.REFUNDED, amount, order);
  }

  /// The occasion of a sentence; every one needs its templates (whatsapp/templates.properties).
  static Occasion occasion(Told told, Map<String, String> facts) {
    return new Occasion("payment." + told.key(), facts);
  }

  private void tell(
      Transaction transaction,
      UUID restaurantId,
      Payment payment,
      Told told,
      Money amount,
      String order) {
    Language language = conversations.language(transaction, restaurantId, payment.conversationId());
    Map<String, String> facts = facts(amount, order, "", "");
    MessageContent content = new MessageContent.Text(texts.text(language, told.key(), facts));
    say(transaction, restaurantId, payment.conversationId(), told, content, facts);
  }

  private void say(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Told told,
      MessageContent content,
      Map<String, String> facts) {
    conversations.say(
        transaction,
        restaurantId,
        conversationId,
        Sender.SYSTEM,
        content,
        occasion(told, facts),
        Channel.WhenInDoubt.SEND_AGAIN);
  }
}
