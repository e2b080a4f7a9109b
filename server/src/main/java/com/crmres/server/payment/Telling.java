package com.crmres.server.payment;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.common.money.Money;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells a customer of his payment: the one place where that is said.
final class Telling {

  private final Conversations conversations;
  private final Texts texts;
  private final Clock clock;

  Telling(Conversations conversations, Texts texts, Clock clock) {
    this.conversations = conversations;
    this.texts = texts;
    this.clock = clock;
  }

  void link(Transaction transaction, UUID restaurantId, Payment payment, @Nullable String url) {
    Language language = conversations.language(transaction, restaurantId, payment.conversationId());
    long minutes =
        Duration.between(clock.instant(), Objects.requireNonNull(payment.expiresAt())).toMinutes();
    String text =
        texts.text(
            language,
            "link",
            Map.of("amount", payment.amount().text(), "minutes", Long.toString(minutes)));
    say(
        transaction,
        restaurantId,
        payment.conversationId(),
        new MessageContent.Link(
            text, texts.text(language, "link.label", Map.of()), Objects.requireNonNull(url)));
  }

  void noLink(Transaction transaction, UUID restaurantId, Payment payment) {
    tell(transaction, restaurantId, payment, "no_link", Map.of());
  }

  void paid(Transaction transaction, UUID restaurantId, Payment payment, String order) {
    Map<String, String> facts = Map.of("amount", payment.amount().text(), "order", order);
    tell(transaction, restaurantId, payment, "paid", facts);
  }

  void refunded(Transaction transaction, UUID restaurantId, Payment payment, Money amount) {
    tell(transaction, restaurantId, payment, "refunded", Map.of("amount", amount.text()));
  }

  private void tell(
      Transaction transaction,
      UUID restaurantId,
      Payment payment,
      String key,
      Map<String, String> facts) {
    Language language = conversations.language(transaction, restaurantId, payment.conversationId());
    MessageContent content = new MessageContent.Text(texts.text(language, key, facts));
    say(transaction, restaurantId, payment.conversationId(), content);
  }

  private void say(
      Transaction transaction, UUID restaurantId, UUID conversationId, MessageContent content) {
    conversations.say(
        transaction,
        restaurantId,
        conversationId,
        Sender.SYSTEM,
        content,
        Channel.WhenInDoubt.SEND_AGAIN);
  }
}
