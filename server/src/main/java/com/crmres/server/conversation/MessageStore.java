package com.crmres.server.conversation;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageMarks;
import com.crmres.common.conversation.Quote;
import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.StatusEntry;
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

  /// What [#details] reads of a message `m`, which is joined by [#JOINS].
  static final String COLUMNS =
      """
      m.id as message_id, m.conversation_id, m.sequence, m.sender, m.author_name, m.content,
      m.status as message_status, m.failure, m.at, m.mentions, m.edited_at, m.revoked_at,
      q.id as quoted_id, q.sender as quoted_sender, q.content as quoted_content,
      (select json_agg(json_build_object('sender', r.sender, 'emoji', r.emoji) order by r.by_customer desc)
         from message_reaction r
        where r.restaurant_id = m.restaurant_id and r.message_id = m.id and r.emoji is not null) as reactions
      """;

  static final String JOINS =
      """
      left join message q on q.restaurant_id = m.restaurant_id and q.id = m.reply_to
      """;

  private static final String DETAILS =
      "select "
          + COLUMNS
          + ", coalesce(m.said_place, m.sequence) as place, m.answered from message m "
          + JOINS
          + " where m.restaurant_id = :restaurant";

  private static final int LONGEST_QUOTE = 120;

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
        .sql(DETAILS + " and m.id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(MessageStore::details);
  }

  Optional<MessageDetails> ofWamid(Transaction transaction, UUID restaurantId, String wamid) {
    return transaction
        .sql(DETAILS + " and m.wamid = :wamid")
        .with("restaurant", restaurantId)
        .with("wamid", wamid)
        .first(MessageStore::details);
  }

  /// A message's place among what was said.
  long place(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql(DETAILS + " and m.id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .one(row -> row.number("place"));
  }

  Optional<MessageDetails> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql(DETAILS + " and m.command_id = :command")
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(MessageStore::details);
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

  /// Keeps WhatsApp's id of a message of ours; the first one stays where it went out twice.
  void isKnownAs(Transaction transaction, UUID restaurantId, UUID messageId, String wamid) {
    transaction
        .sql(
            """
            update message set wamid = :wamid
             where restaurant_id = :restaurant and id = :message and wamid is null
               and not exists (select 1 from message k
                                where k.restaurant_id = :restaurant and k.wamid = :wamid)
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .with("wamid", wamid)
        .update();
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

  /// What was heard of a message of ours, in the order of its coming.
  List<StatusEntry> statuses(Transaction transaction, UUID restaurantId, UUID messageId) {
    return transaction
        .sql(
            """
            select status, reported_at, failure from message_status
             where restaurant_id = :restaurant and message_id = :message order by place
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .list(row ->
            new StatusEntry(
                row.text("status"), row.instant("reported_at"), row.textOrNull("failure")));
  }

  /// Keeps a report of WhatsApp for good.
  ///
  /// @return false if it was known, or is of no message
  boolean keepReport(
      Transaction transaction, UUID restaurantId, UUID messageId, StatusEntry entry) {
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
            .with("status", entry.status())
            .with("at", entry.at())
            .with("failure", entry.failure())
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
        .first(MessageStore::raised);
  }

  /// The one way down: a failure that somebody takes back.
  Optional<Raised> queuedAgain(Transaction transaction, UUID restaurantId, UUID messageId) {
    return transaction
        .sql(
            """
            update message m set status = 'queued', failure = null
              from conversation c
             where m.restaurant_id = :restaurant and m.id = :id and m.status = 'failed'
               and c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
            returning m.id, m.conversation_id, c.branch_id, m.status, m.failure
            """)
        .with("restaurant", restaurantId)
        .with("id", messageId)
        .first(MessageStore::raised);
  }

  private static Raised raised(Row row) {
    return new Raised(
        row.uuid("id"),
        row.uuid("conversation_id"),
        row.uuidOrNull("branch_id"),
        row.named("status", DeliveryStatus.class),
        row.textOrNull("failure"));
  }

  /// A page of a conversation, the last written first; those of one second in the order of coming.
  ///
  /// A message that came late stands where it was written. Times never change, so the pages behind
  /// one that was read stay what they were but for such a message.
  ///
  /// @param before only what stands before the message of this sequence; null from the newest
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
                  and m.conversation_id = :conversation
                  and (cast(:before as bigint) is null
                       or (m.at, m.sequence) <
                          (select b.at, b.sequence from message b
                            where b.restaurant_id = :restaurant and b.conversation_id = :conversation
                              and b.sequence = :before))
                order by m.at desc, m.sequence desc
                limit :limit
                """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("before", before)
        .with("limit", limit)
        .list(MessageStore::details);
  }

  /// What the customer said after `after`, in the order of writing.
  List<Said> saidByCustomer(
      Transaction transaction, UUID restaurantId, UUID conversationId, long after) {
    return transaction
        .sql(
            DETAILS
                + """
                  and m.conversation_id = :conversation and m.sender = 'customer' and not m.silent
                  and m.revoked_at is null and coalesce(m.said_place, m.sequence) > :after
                order by m.at, m.sequence
                """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("after", after)
        .list(row -> new Said(details(row), row.number("place"), content(row, "answered")));
  }

  /// The place of what the customer said last.
  Optional<Long> lastOfCustomer(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select coalesce(said_place, sequence) as place from message
             where restaurant_id = :restaurant and conversation_id = :conversation
               and sender = 'customer'
             order by place desc limit 1
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .first(row -> row.number("place"));
  }

  Conversations.Placed placed(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql(
            """
            select m.conversation_id, c.phone_number_id, m.content from message m
              join conversation c on c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
             where m.restaurant_id = :restaurant and m.id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .one(row ->
            new Conversations.Placed(
                row.uuid("conversation_id"),
                row.text("phone_number_id"),
                row.json("content", MessageContent.class)));
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

  List<Optional<UUID>> branchesShowing(Transaction transaction, UUID restaurantId, UUID mediaId) {
    return transaction
        .sql(
            """
            select distinct c.branch_id from message m
              join conversation c on c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
             where m.restaurant_id = :restaurant and m.media_id = :media
            """)
        .with("restaurant", restaurantId)
        .with("media", mediaId)
        .list(row -> Optional.ofNullable(row.uuidOrNull("branch_id")));
  }

  /// WhatsApp's id of the customer's last message.
  Optional<String> lastHeard(
      Transaction transaction, UUID restaurantId, UUID conversationId, Instant oldest) {
    return transaction
        .sql(
            """
            select wamid from message
             where restaurant_id = :restaurant and conversation_id = :conversation
               and sender = 'customer' and wamid is not null and at > :oldest
             order by sequence desc limit 1
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("oldest", oldest)
        .first(row -> row.text("wamid"));
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
        marks(row),
        row.instant("at"));
  }

  private static MessageMarks marks(Row row) {
    String json = row.textOrNull("mentions");
    InboundMessage.Mentions mentions =
        json == null
            ? InboundMessage.Mentions.NONE
            : Json.read(json, InboundMessage.Mentions.class);
    return new MessageMarks(
        quote(row, mentions),
        mentions.forwarded(),
        mentions.referral(),
        mentions.product(),
        row.textOrNull("reactions") == null
            ? List.of()
            : List.of(row.json("reactions", Reaction[].class)),
        row.instantOrNull("edited_at"),
        row.instantOrNull("revoked_at"));
  }

  private static @Nullable Quote quote(Row row, InboundMessage.Mentions mentions) {
    MessageContent quoted = content(row, "quoted_content");
    if (quoted != null) {
      String words = quoted.preview();
      int end =
          words.offsetByCodePoints(
              0, Math.min(LONGEST_QUOTE, words.codePointCount(0, words.length())));
      return new Quote(
          row.uuid("quoted_id"), row.named("quoted_sender", Sender.class), words.substring(0, end));
    }
    return mentions.wamid() == null ? null : new Quote(null, null, "");
  }

  private static @Nullable MessageContent content(Row row, String column) {
    return row.textOrNull(column) == null ? null : row.json(column, MessageContent.class);
  }
}
