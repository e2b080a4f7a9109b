package com.crmres.server.whatsapp.media;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;

/// Asks a customer to send a file once more, where the assistant has the word; staff see for
/// themselves that it is missing.
final class ResendRequest {

  private static final String BUNDLE = "com.crmres.server.whatsapp.media.resend";

  private final Conversations conversations;

  ResendRequest(Conversations conversations) {
    this.conversations = conversations;
  }

  /// Asks, once for files that fail together.
  void ask(Transaction transaction, UUID restaurantId, UUID conversationId, Instant now) {
    ConversationSummary conversation =
        conversations.summary(transaction, restaurantId, conversationId);
    MessageContent words =
        new MessageContent.Text(
            words(conversations.language(transaction, restaurantId, conversationId)));
    if (isAssistants(conversation, now) && !isLast(conversation, words)) {
      conversations.say(
          transaction,
          restaurantId,
          conversationId,
          Sender.AI,
          words,
          Channel.WhenInDoubt.SEND_AGAIN);
    }
  }

  private static boolean isAssistants(ConversationSummary conversation, Instant now) {
    return conversation.leftToAssistant()
        && conversation.channel().window(now) != ServiceWindow.CLOSED;
  }

  private static boolean isLast(ConversationSummary conversation, MessageContent words) {
    MessageDetails last = conversation.lastMessage();
    return last != null && last.content().equals(words);
  }

  private static String words(Language language) {
    return ResourceBundle.getBundle(
            BUNDLE,
            Locale.of(language.isArabic() ? "ar" : "en"),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString("resend");
  }
}
