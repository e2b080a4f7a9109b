package com.crmres.server.conversation;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.StatusEntry;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of how far messages of ours have come.
final class ProgressStore {

  /// A message whose status went up.
  record Raised(
      UUID messageId,
      UUID conversationId,
      @Nullable UUID branchId,
      DeliveryStatus status,
      @Nullable String failure) {}

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
        .first(ProgressStore::raised);
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
        .first(ProgressStore::raised);
  }

  private static Raised raised(Row row) {
    return new Raised(
        row.uuid("id"),
        row.uuid("conversation_id"),
        row.uuidOrNull("branch_id"),
        row.named("status", DeliveryStatus.class),
        row.textOrNull("failure"));
  }
}
