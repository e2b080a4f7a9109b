package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.conversation.VersionKind;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of the versions of messages.
final class VersionStore {

  /// Keeps what the message says now as its original, unless that is kept.
  void keepOriginal(Transaction transaction, UUID restaurantId, UUID messageId) {
    transaction
        .sql(
            """
            insert into message_version
              (restaurant_id, message_id, wamid, kind, content, raw, at, received_at)
            select restaurant_id, id, coalesce(wamid, ''), 'original', content, raw, at, received_at
              from message m
             where restaurant_id = :restaurant and id = :message
               and not exists (select 1 from message_version v
                                where v.restaurant_id = m.restaurant_id and v.message_id = m.id)
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .update();
  }

  /// Keeps the original of a message that an edit of it has overtaken.
  void keepLateOriginal(
      Transaction transaction, UUID restaurantId, InboundMessage inbound, Instant now) {
    transaction
        .sql(
            """
            insert into message_version
              (restaurant_id, message_id, wamid, kind, content, raw, at, received_at)
            select restaurant_id, id, wamid, 'original', :content, :raw, :at, :now
              from message m
             where restaurant_id = :restaurant and wamid = :wamid
               and exists (select 1 from message_version v
                            where v.restaurant_id = m.restaurant_id and v.message_id = m.id)
            on conflict do nothing
            """)
        .with("restaurant", restaurantId)
        .with("wamid", inbound.wamid())
        .with("content", Json.write(inbound.content()))
        .with("raw", inbound.raw())
        .with("at", inbound.at())
        .with("now", now)
        .update();
  }

  /// Keeps a version.
  ///
  /// @param content null where its author took the message back
  /// @return false if it was kept before
  boolean keep(
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      VersionKind kind,
      InboundMessage event,
      @Nullable MessageContent content,
      Instant now) {
    return transaction
            .sql(
                """
                insert into message_version
                  (restaurant_id, message_id, wamid, kind, content, raw, at, received_at)
                values (:restaurant, :message, :wamid, :kind, :content, :raw, :at, :now)
                on conflict do nothing
                """)
            .with("restaurant", restaurantId)
            .with("message", messageId)
            .with("wamid", event.wamid())
            .with("kind", kind)
            .with("content", content == null ? null : Json.write(content))
            .with("raw", event.raw())
            .with("at", event.at())
            .with("now", now)
            .update()
        > 0;
  }

  /// All versions of a message, the oldest first; none if it never changed.
  List<MessageVersion> of(Transaction transaction, UUID restaurantId, UUID messageId) {
    return transaction
        .sql(
            """
            select kind, content, at from message_version
             where restaurant_id = :restaurant and message_id = :message
             order by kind <> 'original', at, received_at
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .list(VersionStore::version);
  }

  /// The message says something else now, unless it was changed later than that or taken back.
  ///
  /// @param answered what it said when the assistant answered it; null to leave what is known
  /// @param place among what was said
  void edit(
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      MessageContent content,
      @Nullable MessageContent answered,
      long place,
      Instant at) {
    transaction
        .sql(
            """
            update message
               set content = :content, edited_at = :at, said_place = :place,
                   answered = coalesce(cast(:answered as jsonb), answered)
             where restaurant_id = :restaurant and id = :message and revoked_at is null
               and (edited_at is null or edited_at <= :at)
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .with("content", Json.write(content))
        .with("answered", answered == null ? null : Json.write(answered))
        .with("place", place)
        .with("at", at)
        .update();
  }

  /// Takes what the message said from every screen and from the assistant.
  void revoke(
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      MessageContent instead,
      Instant at) {
    transaction
        .sql(
            """
            update message set content = :content, revoked_at = :at
             where restaurant_id = :restaurant and id = :message and revoked_at is null
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .with("content", Json.write(instead))
        .with("at", at)
        .update();
  }

  private static MessageVersion version(Row row) {
    return new MessageVersion(
        row.named("kind", VersionKind.class),
        row.textOrNull("content") == null ? null : row.json("content", MessageContent.class),
        row.instant("at"));
  }
}
