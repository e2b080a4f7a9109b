package com.crmres.server.conversation;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of messages.
final class MessageStore {

  boolean isKnown(Transaction transaction, UUID restaurantId, String wamid) {
    return transaction
        .sql(
            """
            select 1 as one from message where restaurant_id = :restaurant and wamid = :wamid
            """)
        .with("restaurant", restaurantId)
        .with("wamid", wamid)
        .first(row -> true)
        .isPresent();
  }

  MessageDetails addInbound(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      UUID conversationId,
      long sequence,
      InboundMessage inbound,
      Instant now) {
    InboundMessage.Mentions mentions = inbound.mentions();
    boolean plain = mentions.equals(InboundMessage.Mentions.NONE);
    transaction
        .sql(
            """
            insert into message (restaurant_id, id, conversation_id, sequence, sender, content, silent,
                                 reply_to, mentions, raw, wamid, at, received_at)
            values (:restaurant, :id, :conversation, :sequence, 'customer', :content, :silent,
                    (select q.id from message q where q.restaurant_id = :restaurant and q.wamid = :quoted
                        and q.conversation_id = :conversation),
                    :mentions, :raw, :wamid, :at, :now)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("conversation", conversationId)
        .with("sequence", sequence)
        .with("content", Json.write(inbound.content()))
        .with("silent", !inbound.wantsAnswer())
        .with("quoted", mentions.wamid())
        .with("mentions", plain ? null : Json.write(mentions))
        .with("raw", inbound.raw())
        .with("wamid", inbound.wamid())
        .with("at", inbound.at())
        .with("now", now)
        .update();
    if (!plain) {
      return find(transaction, restaurantId, id).orElseThrow();
    }
    return new MessageDetails(
        id,
        conversationId,
        sequence,
        Sender.CUSTOMER,
        null,
        inbound.content(),
        null,
        null,
        inbound.at());
  }

  /// Adds a message of ours.
  ///
  /// @param failure why it cannot go out at all; null if it will
  MessageDetails addOutbound(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      UUID conversationId,
      long sequence,
      Utterance utterance,
      @Nullable String failure,
      Instant now) {
    DeliveryStatus status = failure == null ? DeliveryStatus.QUEUED : DeliveryStatus.FAILED;
    Speaker speaker = utterance.speaker();
    String author = speaker == null ? null : speaker.name();
    transaction
        .sql(
            """
            insert into message (restaurant_id, id, conversation_id, sequence, sender, author_id,
                                 author_name, content, status, failure, command_id, reply_to, at,
                                 received_at)
            values (:restaurant, :id, :conversation, :sequence, :sender, :author, :name, :content,
                    :status, :failure, :command, :quotes, :now, :now)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("conversation", conversationId)
        .with("sequence", sequence)
        .with("sender", utterance.sender())
        .with("author", speaker == null ? null : speaker.staffId())
        .with("name", author)
        .with("content", Json.write(utterance.content()))
        .with("status", status)
        .with("failure", failure)
        .with("command", utterance.commandId())
        .with("quotes", utterance.quotes())
        .with("now", now)
        .update();
    if (utterance.quotes() != null) {
      return find(transaction, restaurantId, id).orElseThrow();
    }
    return new MessageDetails(
        id,
        conversationId,
        sequence,
        utterance.sender(),
        author,
        utterance.content(),
        status,
        failure,
        now);
  }

  /// Adds what neither the customer said nor we are to send: words of WhatsApp, or of ours in
  /// another program.
  MessageDetails addHeard(
      Transaction transaction,
      UUID restaurantId,
      MessageDetails message,
      @Nullable String wamid,
      String raw,
      Instant now) {
    transaction
        .sql(
            """
            insert into message (restaurant_id, id, conversation_id, sequence, sender, content, silent,
                                 raw, status, wamid, at, received_at)
            values (:restaurant, :id, :conversation, :sequence, :sender, :content, true,
                    :raw, :status, :wamid, :at, :now)
            """)
        .with("restaurant", restaurantId)
        .with("id", message.id())
        .with("conversation", message.conversationId())
        .with("sequence", message.sequence())
        .with("sender", message.sender())
        .with("content", Json.write(message.content()))
        .with("raw", raw)
        .with("status", message.status())
        .with("wamid", wamid)
        .with("at", message.at())
        .with("now", now)
        .update();
    return message;
  }

  Optional<UUID> echoOf(Transaction transaction, UUID restaurantId, String wamid) {
    return transaction
        .sql(
            """
            select id from message
             where restaurant_id = :restaurant and wamid = :wamid and sender in ('phone_app', 'other_agent')
            """)
        .with("restaurant", restaurantId)
        .with("wamid", wamid)
        .first(row -> row.uuid("id"));
  }

  Optional<MessageDetails> find(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql(MessageRows.DETAILS + " and m.id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(MessageRows::details);
  }

  Optional<MessageDetails> ofWamid(Transaction transaction, UUID restaurantId, String wamid) {
    return transaction
        .sql(MessageRows.DETAILS + " and m.wamid = :wamid")
        .with("restaurant", restaurantId)
        .with("wamid", wamid)
        .first(MessageRows::details);
  }

  /// A message's place among what was said.
  long place(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql(MessageRows.DETAILS + " and m.id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .one(row -> row.number("place"));
  }

  Optional<MessageDetails> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql(MessageRows.DETAILS + " and m.command_id = :command")
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(MessageRows::details);
  }

  /// The message that a message of ours quotes.
  Optional<UUID> quotedBy(Transaction transaction, UUID restaurantId, UUID messageId) {
    return transaction
        .sql(
            """
            select reply_to from message
             where restaurant_id = :restaurant and id = :message and reply_to is not null
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .first(row -> row.uuid("reply_to"));
  }

  /// WhatsApp's id of a message.
  Optional<String> wamid(Transaction transaction, UUID restaurantId, UUID messageId) {
    return transaction
        .sql(
            """
            select wamid from message
             where restaurant_id = :restaurant and id = :message and wamid is not null
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .first(row -> row.text("wamid"));
  }

  /// What the message says; nobody else changes it until the transaction ends.
  MessageContent lockContent(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql(
            """
            select content from message
             where restaurant_id = :restaurant and id = :id for no key update
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .one(row -> row.json("content", MessageContent.class));
  }

  void replaceContent(Transaction transaction, UUID restaurantId, UUID id, MessageContent content) {
    transaction
        .sql(
            """
            update message set content = :content where restaurant_id = :restaurant and id = :id
            """)
        .with("content", Json.write(content))
        .with("restaurant", restaurantId)
        .with("id", id)
        .update();
  }
}
