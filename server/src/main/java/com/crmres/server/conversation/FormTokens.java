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

  /// Uses up the token of an answer, if it is good for this conversation.
  MessageContent.FormAnswer judged(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      MessageContent.FormAnswer answer,
      Instant now) {
    String token = answer.token();
    boolean good =
        token != null
            && transaction
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
    return new MessageContent.FormAnswer(token, answer.fields(), good);
  }
}
