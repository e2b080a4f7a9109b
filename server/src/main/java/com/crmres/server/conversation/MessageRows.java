package com.crmres.server.conversation;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageMarks;
import com.crmres.common.conversation.Quote;
import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.Sender;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a message is read from rows of the database.
final class MessageRows {

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

  /// Whole messages of a restaurant, with their place and what was answered.
  static final String DETAILS =
      "select "
          + COLUMNS
          + ", coalesce(m.said_place, m.sequence) as place, m.answered from message m "
          + JOINS
          + " where m.restaurant_id = :restaurant";

  private static final int LONGEST_QUOTE = 120;

  private MessageRows() {}

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

  static @Nullable MessageContent content(Row row, String column) {
    return row.textOrNull(column) == null ? null : row.json(column, MessageContent.class);
  }
}
