package com.crmres.server.whatsapp.webhook;

import static com.crmres.server.whatsapp.webhook.Members.text;

import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.customer.Consents;
import com.crmres.server.customer.Customers;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.ChannelEvent;
import com.crmres.server.whatsapp.EventHandler;
import com.crmres.server.whatsapp.notice.Notices;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hears whether customers want advertising, by WhatsApp's own switch or by a word that means
/// nothing else (whatsapp-cloud-api.md 6.3).
public final class MarketingWishes implements EventHandler {

  private static final String BUNDLE = "whatsapp.advertising";

  private final Conversations conversations;
  private final Customers customers;
  private final Consents consents;
  private final Notices notices;

  public MarketingWishes(
      Conversations conversations, Customers customers, Consents consents, Notices notices) {
    this.conversations = conversations;
    this.customers = customers;
    this.consents = consents;
    this.notices = notices;
  }

  @Override
  public Set<String> fields() {
    return Set.of("user_preferences");
  }

  /// WhatsApp's switch. Nobody is made a customer by it.
  @Override
  public void handle(Transaction transaction, UUID restaurantId, ChannelEvent event) {
    JsonNode preference = event.value().path("preference");
    if (!text(preference, "category", "marketing_messages").equals("marketing_messages")) {
      return;
    }
    boolean agrees = !text(preference, "value", "stop").equals("stop");
    Instant at = time(preference, event.at());
    Identifiers who = People.customer(preference, event.value().path("contact"));
    customers
        .find(transaction, restaurantId, who, at)
        .ifPresent(customerId ->
            keep(
                transaction,
                restaurantId,
                event.phoneNumberId(),
                customerId,
                agrees,
                Consents.Source.WHATSAPP,
                at));
  }

  /// Whether a message is nothing but a wish about advertising: true for yes, false for no. A yes
  /// means something only from who has said no.
  Optional<Boolean> in(Transaction transaction, UUID restaurantId, InboundMessage message) {
    if (!(message.content() instanceof MessageContent.Text(String text))) {
      return Optional.empty();
    }
    Optional<Boolean> wish = AdvertisingWords.wish(text);
    return wish.filter(
        agrees -> !agrees || hasStopped(transaction, restaurantId, message.sender(), message.at()));
  }

  /// Keeps the wish, and says nothing: another program has the thread.
  void note(
      Transaction transaction,
      UUID restaurantId,
      ConversationSummary conversation,
      InboundMessage message,
      boolean agrees) {
    keep(
        transaction,
        restaurantId,
        message.phoneNumberId(),
        conversation.customer().id(),
        agrees,
        Consents.Source.WORD,
        message.at());
  }

  /// Keeps the wish and confirms it.
  void confirm(
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      InboundMessage message,
      boolean agrees) {
    ConversationSummary conversation =
        conversations.ofMessage(transaction, restaurantId, messageId);
    note(transaction, restaurantId, conversation, message, agrees);
    Language language = conversations.language(transaction, restaurantId, conversation.id());
    conversations.say(
        transaction,
        restaurantId,
        conversation.id(),
        Sender.SYSTEM,
        new MessageContent.Text(words(language, agrees ? "resumed" : "stopped")),
        Channel.WhenInDoubt.SEND_AGAIN);
  }

  private boolean hasStopped(
      Transaction transaction, UUID restaurantId, Identifiers sender, Instant at) {
    return customers
        .find(transaction, restaurantId, sender, at)
        .filter(id -> !consents.mayReceiveMarketing(transaction, restaurantId, id))
        .isPresent();
  }

  private void keep(
      Transaction transaction,
      UUID restaurantId,
      @Nullable String phoneNumberId,
      UUID customerId,
      boolean agrees,
      Consents.Source source,
      Instant at) {
    boolean changed =
        agrees
            ? consents.resume(transaction, restaurantId, customerId, source, at)
            : consents.stop(transaction, restaurantId, customerId, source, at);
    if (changed) {
      tell(transaction, restaurantId, phoneNumberId, customerId, agrees, source.wireName(), at);
    }
  }

  private void tell(
      Transaction transaction,
      UUID restaurantId,
      @Nullable String phoneNumberId,
      UUID customerId,
      boolean agrees,
      String source,
      Instant at) {
    notices.tell(
        transaction,
        restaurantId,
        phoneNumberId,
        agrees ? ChannelNoticeKind.OPT_IN : ChannelNoticeKind.OPT_OUT,
        NoticeSeverity.INFORMATION,
        Map.of("customer", customerId.toString(), "source", source),
        at);
  }

  private static String words(Language language, String key) {
    Locale locale = language.isArabic() ? Locale.ROOT : Locale.ENGLISH;
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(BUNDLE, locale, control).getString(key);
  }

  private static Instant time(JsonNode node, Instant otherwise) {
    long seconds = node.path("timestamp").asLong(0);
    return seconds > 0 ? Instant.ofEpochSecond(seconds) : otherwise;
  }
}
