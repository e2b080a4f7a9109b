package com.crmres.server.conversation;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of messages.
final class MessageStore {

  private static final String DETAILS =
      """
      select id as message_id, conversation_id, sequence, sender, author_name, content,
             status as message_status, failure, at
        from message
       where restaurant_id = :restaurant
      """;

  /// A message whose status went up.
  record Raised(
      UUID messageId,
      UUID conversationId,
      @Nullable UUID branchId,
      DeliveryStatus status,
      @Nullable String failure) {}

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
    transaction
        .sql(
            """
            insert into message (restaurant_id, id, conversation_id, sequence, sender, content, silent,
                                 raw, wamid, at, received_at)
            values (:restaurant, :id, :conversation, :sequence, 'customer', :content, :silent,
                    :raw, :wamid, :at, :now)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("conversation", conversationId)
        .with("sequence", sequence)
        .with("content", Json.write(inbound.content()))
        .with("silent", !inbound.wantsAnswer())
        .with("raw", inbound.raw())
        .with("wamid", inbound.wamid())
        .with("at", inbound.at())
        .with("now", now)
        .update();
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

  MessageDetails addOutbound(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      UUID conversationId,
      long sequence,
      Utterance utterance,
      Instant now) {
    Speaker speaker = utterance.speaker();
    String author = speaker == null ? null : speaker.name();
    transaction
        .sql(
            """
            insert into message (restaurant_id, id, conversation_id, sequence, sender, author_id,
                                 author_name, content, status, command_id, at, received_at)
            values (:restaurant, :id, :conversation, :sequence, :sender, :author, :name, :content,
                    'queued', :command, :now, :now)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("conversation", conversationId)
        .with("sequence", sequence)
        .with("sender", utterance.sender())
        .with("author", speaker == null ? null : speaker.staffId())
        .with("name", author)
        .with("content", Json.write(utterance.content()))
        .with("command", utterance.commandId())
        .with("now", now)
        .update();
    return new MessageDetails(
        id,
        conversationId,
        sequence,
        utterance.sender(),
        author,
        utterance.content(),
        DeliveryStatus.QUEUED,
        null,
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

  /// Gives a message other words; those it had are kept with what WhatsApp said of it.
  void reword(Transaction transaction, UUID restaurantId, UUID id, MessageContent content) {
    transaction
        .sql(
            """
            update message
               set raw = jsonb_set(coalesce(raw, cast('{}' as jsonb)), '{previous}',
                                   coalesce(raw -> 'previous', cast('[]' as jsonb))
                                     || jsonb_build_array(content)),
                   content = :content
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("content", Json.write(content))
        .update();
  }

  Optional<MessageDetails> find(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql(DETAILS + " and id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(MessageStore::details);
  }

  Optional<MessageDetails> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql(DETAILS + " and command_id = :command")
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(MessageStore::details);
  }

  /// Keeps a report of WhatsApp for good.
  ///
  /// @return false if it was known
  boolean keepReport(
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      DeliveryStatus status,
      Instant at,
      @Nullable String failure) {
    return transaction
            .sql(
                """
                insert into message_status (restaurant_id, message_id, status, reported_at, failure)
                select restaurant_id, id, :status, :at, :failure from message
                 where restaurant_id = :restaurant and id = :message
                on conflict do nothing
                """)
            .with("restaurant", restaurantId)
            .with("message", messageId)
            .with("status", status)
            .with("at", at)
            .with("failure", failure)
            .update()
        > 0;
  }

  /// Raises the status where the new one ranks higher: queued < sent < delivered < read. A failure
  /// counts until the message was delivered; a delivery after a failure counts, since the customer
  /// may have several devices (whatsapp-cloud-api.md 3).
  Optional<Raised> raise(
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      DeliveryStatus status,
      @Nullable String failure) {
    return transaction
        .sql(
            """
            update message m set status = :status, failure = :failure
              from conversation c
             where m.restaurant_id = :restaurant and m.id = :id
               and c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
               and m.status in (select below from (values
                     ('queued', 'sent'), ('queued', 'delivered'), ('sent', 'delivered'),
                     ('queued', 'read'), ('sent', 'read'), ('delivered', 'read'),
                     ('failed', 'delivered'), ('failed', 'read'),
                     ('queued', 'failed'), ('sent', 'failed')) as allowed (below, above)
                    where above = :status)
            returning m.id, m.conversation_id, c.branch_id, m.status, m.failure
            """)
        .with("restaurant", restaurantId)
        .with("id", messageId)
        .with("status", status)
        .with("failure", failure)
        .first(row ->
            new Raised(
                row.uuid("id"),
                row.uuid("conversation_id"),
                row.uuidOrNull("branch_id"),
                row.named("status", DeliveryStatus.class),
                row.textOrNull("failure")));
  }

  /// A page of a conversation, the newest first.
  ///
  /// @param before only what is older than this sequence; null from the newest
  List<MessageDetails> page(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      @Nullable Long before,
      int limit) {
    return transaction
        .sql(
            DETAILS
                + """
                  and conversation_id = :conversation
                  and (cast(:before as bigint) is null or sequence < :before)
                order by sequence desc
                limit :limit
                """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("before", before)
        .with("limit", limit)
        .list(MessageStore::details);
  }

  /// What the customer said after `after`, in the order of writing.
  List<MessageDetails> saidByCustomer(
      Transaction transaction, UUID restaurantId, UUID conversationId, long after) {
    return transaction
        .sql(
            DETAILS
                + """
                  and conversation_id = :conversation and sender = 'customer' and not silent
                  and sequence > :after
                order by at, sequence
                """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("after", after)
        .list(MessageStore::details);
  }

  /// The place of the customer's last message.
  Optional<Long> lastOfCustomer(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select sequence from message
             where restaurant_id = :restaurant and conversation_id = :conversation
               and sender = 'customer'
             order by sequence desc limit 1
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .first(row -> row.number("sequence"));
  }

  static MessageDetails details(Row row) {
    return new MessageDetails(
        row.uuid("message_id"),
        row.uuid("conversation_id"),
        row.number("sequence"),
        row.named("sender", Sender.class),
        row.textOrNull("author_name"),
        row.json("content", MessageContent.class),
        row.namedOrNull("message_status", DeliveryStatus.class),
        row.textOrNull("failure"),
        row.instant("at"));
  }
}
