package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of reading what was said.
final class TranscriptStore {

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
            MessageRows.DETAILS
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
        .list(MessageRows::details);
  }

  /// What the customer said after `after`, in the order of writing.
  List<Said> saidByCustomer(
      Transaction transaction, UUID restaurantId, UUID conversationId, long after) {
    return transaction
        .sql(
            MessageRows.DETAILS
                + """
                  and m.conversation_id = :conversation and m.sender = 'customer' and not m.silent
                  and m.revoked_at is null and coalesce(m.said_place, m.sequence) > :after
                order by m.at, m.sequence
                """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("after", after)
        .list(row ->
            new Said(
                MessageRows.details(row),
                row.number("place"),
                MessageRows.content(row, "answered")));
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

  Transcript.Placed placed(Transaction transaction, UUID restaurantId, UUID id) {
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
            new Transcript.Placed(
                row.uuid("conversation_id"),
                row.text("phone_number_id"),
                row.json("content", MessageContent.class)));
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
}
