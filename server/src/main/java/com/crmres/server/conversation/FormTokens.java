package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.UUID;

/// The forms we sent to customers: an answer counts once, and only in the thread it was asked in.
public final class FormTokens {

  /// Remembers that a form with this token goes to a conversation.
  public void issue(
      Transaction transaction, UUID restaurantId, UUID conversationId, String token, Instant now) {
    transaction
        .sql(
            """
            insert into form_token (restaurant_id, token, conversation_id, issued_at)
            values (:restaurant, :token, :conversation, :now)
            """)
        .with("restaurant", restaurantId)
        .with("token", token)
        .with("conversation", conversationId)
        .with("now", now)
        .update();
  }

  /// The same message; the answer to a form that is not this thread's, or was answered before, is
  /// shown and no more (trap 40).
  InboundMessage judged(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      InboundMessage inbound,
      Instant now) {
    if (!(inbound.content() instanceof MessageContent.FormAnswer answer)) {
      return inbound;
    }
    String token = answer.token();
    boolean good = token != null && use(transaction, restaurantId, conversationId, token, now);
    return inbound.with(new MessageContent.FormAnswer(token, answer.fields(), good), good);
  }

  private static boolean use(
      Transaction transaction, UUID restaurantId, UUID conversationId, String token, Instant now) {
    return transaction
            .sql(
                """
                update form_token set used_at = :now
                 where restaurant_id = :restaurant and token = :token
                   and conversation_id = :conversation and used_at is null
                """)
            .with("restaurant", restaurantId)
            .with("token", token)
            .with("conversation", conversationId)
            .with("now", now)
            .update()
        == 1;
  }
}
