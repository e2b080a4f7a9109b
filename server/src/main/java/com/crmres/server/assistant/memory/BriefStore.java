package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of what people are told at a handing over.
final class BriefStore {

  /// What stood there when a conversation was handed over.
  ///
  /// @param messageId what the customer said last, if that was lately
  /// @param intent and
  /// @param sentiment of the turn that answered it; null if none did
  record Moment(
      UUID customerId,
      @Nullable Language language,
      LocalizedText restaurant,
      Personality personality,
      int orders,
      Brief.@Nullable LastOrder lastOrder,
      @Nullable UUID messageId,
      @Nullable Intent intent,
      @Nullable Sentiment sentiment) {}

  /// A handing over as it was noted.
  ///
  /// @param said what the message says now that caused it; null if there is none, or he took it
  ///   back
  record Noted(
      UUID conversationId,
      EscalationReason reason,
      @Nullable UUID messageId,
      @Nullable MessageContent said,
      Intent intent,
      Sentiment sentiment,
      Brief brief,
      @Nullable String suggestedReply,
      Instant at) {}

  Moment moment(
      Transaction transaction, UUID restaurantId, UUID conversationId, Instant notBefore) {
    return transaction
        .sql(
            """
            select c.customer_id, k.language, r.name_ar, r.name_en, r.personality, o.placed,
                   l.number, l.status as order_status, m.id as message_id, t.intent, t.sentiment
              from conversation c
              join customer k on k.restaurant_id = c.restaurant_id and k.id = c.customer_id
              join restaurant r on r.restaurant_id = c.restaurant_id
              left join lateral (
                     select cast(count(*) as integer) as placed from orders n
                      where n.restaurant_id = c.restaurant_id and n.customer_id = c.customer_id
                        and n.status not in ('rejected', 'expired', 'cancelled')) o on true
              left join lateral (
                     select number, status from orders n
                      where n.restaurant_id = c.restaurant_id and n.customer_id = c.customer_id
                      order by placed_at desc limit 1) l on true
              left join lateral (
                     select id, coalesce(said_place, sequence) as place from message n
                      where n.restaurant_id = c.restaurant_id and n.conversation_id = c.id
                        and n.sender = 'customer' and not n.silent and n.received_at >= :oldest
                      order by sequence desc limit 1) m on true
              left join lateral (
                     select intent, sentiment from turn n
                      where n.restaurant_id = c.restaurant_id and n.conversation_id = c.id
                        and n.state = 'answered' and n.last_sequence >= m.place
                      order by answered_at desc limit 1) t on true
             where c.restaurant_id = :restaurant and c.id = :conversation
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("oldest", notBefore)
        .one(BriefStore::moment);
  }

  private static Moment moment(Row row) {
    String number = row.textOrNull("number");
    return new Moment(
        row.uuid("customer_id"),
        row.namedOrNull("language", Language.class),
        new LocalizedText(row.text("name_ar"), row.text("name_en")),
        row.named("personality", Personality.class),
        row.integer("placed"),
        number == null
            ? null
            : new Brief.LastOrder(number, row.named("order_status", OrderStatus.class)),
        row.uuidOrNull("message_id"),
        row.namedOrNull("intent", Intent.class),
        row.namedOrNull("sentiment", Sentiment.class));
  }

  /// What is in the open cart, by the menu's names.
  List<Brief.Piece> cart(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select cast(l.line ->> 'quantity' as integer) as quantity, i.name_ar, i.name_en
              from cart c
              cross join lateral jsonb_array_elements(c.lines) with ordinality l (line, place)
              join menu_item i on i.restaurant_id = c.restaurant_id
                              and i.id = cast(l.line ->> 'itemId' as uuid)
             where c.restaurant_id = :restaurant and c.conversation_id = :conversation and not c.ordered
             order by l.place
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .list(row ->
            new Brief.Piece(
                row.integer("quantity"),
                new LocalizedText(row.text("name_ar"), row.text("name_en"))));
  }

  void note(Transaction transaction, UUID restaurantId, UUID id, Noted handover) {
    transaction
        .sql(
            """
            insert into handover (restaurant_id, id, conversation_id, reason, message_id, intent,
                                  sentiment, brief, suggested_reply, at)
            values (:restaurant, :id, :conversation, :reason, :message, :intent, :sentiment, :brief,
                    :reply, :at)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("conversation", handover.conversationId())
        .with("reason", handover.reason())
        .with("message", handover.messageId())
        .with("intent", handover.intent())
        .with("sentiment", handover.sentiment())
        .with("brief", Json.write(handover.brief()))
        .with("reply", handover.suggestedReply())
        .with("at", handover.at())
        .update();
  }

  /// The newest handing over of a conversation.
  Optional<Noted> newest(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select h.*, m.content
              from handover h
              left join message m on m.restaurant_id = h.restaurant_id and m.id = h.message_id
                                 and m.revoked_at is null
             where h.restaurant_id = :restaurant and h.conversation_id = :conversation
             order by h.at desc, h.id desc limit 1
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .first(BriefStore::noted);
  }

  private static Noted noted(Row row) {
    return new Noted(
        row.uuid("conversation_id"),
        row.named("reason", EscalationReason.class),
        row.uuidOrNull("message_id"),
        row.textOrNull("content") == null ? null : row.json("content", MessageContent.class),
        row.named("intent", Intent.class),
        row.named("sentiment", Sentiment.class),
        row.json("brief", Brief.class),
        row.textOrNull("suggested_reply"),
        row.instant("at"));
  }
}
