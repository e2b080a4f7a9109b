package com.crmres.server.conversation;

import com.crmres.server.conversation.Merges.Pair;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of merges as they are noted.
final class MergeStore {

  private static final String MERGE =
      """
      select id, absorbed_id, survivor_id, staff_id, merged_at, undone_at
        from customer_merge where restaurant_id = :restaurant
      """;

  /// A merge as it was noted.
  record Merge(
      UUID id, Pair pair, @Nullable UUID staffId, Instant mergedAt, @Nullable Instant undoneAt) {
    boolean isUndone() {
      return undoneAt != null;
    }
  }

  /// A thread of a customer on one of our numbers.
  record OwnThread(UUID id, String phoneNumberId) {}

  void lockThreads(Transaction transaction, UUID restaurantId, Pair pair) {
    transaction
        .sql(
            """
            select id from conversation
             where restaurant_id = :restaurant and customer_id in (:one, :other)
             order by id for update
            """)
        .with("restaurant", restaurantId)
        .with("one", pair.absorbed())
        .with("other", pair.survivor())
        .list(row -> row.uuid("id"));
  }

  /// Whether each of the two is part of another.
  List<Boolean> lockCustomers(Transaction transaction, UUID restaurantId, Pair pair) {
    return transaction
        .sql(
            """
            select merged_into is not null as merged from customer
             where restaurant_id = :restaurant and id in (:one, :other)
             order by id for update
            """)
        .with("restaurant", restaurantId)
        .with("one", pair.absorbed())
        .with("other", pair.survivor())
        .list(row -> row.flag("merged"));
  }

  List<OwnThread> threads(Transaction transaction, UUID restaurantId, UUID customerId) {
    return transaction
        .sql(
            """
            select id, phone_number_id from conversation
             where restaurant_id = :restaurant and customer_id = :customer and joined_into is null
             order by id
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .list(row -> new OwnThread(row.uuid("id"), row.text("phone_number_id")));
  }

  void begin(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      Pair pair,
      @Nullable UUID staffId,
      @Nullable UUID commandId,
      Instant now) {
    transaction
        .sql(
            """
            insert into customer_merge
              (restaurant_id, id, absorbed_id, survivor_id, staff_id, command_id, merged_at)
            values (:restaurant, :id, :absorbed, :survivor, :staff, :command, :now)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("absorbed", pair.absorbed())
        .with("survivor", pair.survivor())
        .with("staff", staffId)
        .with("command", commandId)
        .with("now", now)
        .update();
  }

  void undone(Transaction transaction, UUID restaurantId, UUID id, UUID staffId, Instant now) {
    transaction
        .sql(
            """
            update customer_merge set undone_at = :now, undone_by = :staff
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("staff", staffId)
        .with("now", now)
        .update();
  }

  Optional<Merge> find(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql(MERGE + " and id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(MergeStore::merge);
  }

  Optional<Merge> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql(MERGE + " and command_id = :command")
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(MergeStore::merge);
  }

  /// Whether something happened since that the merge cannot be taken back without.
  boolean isChangedSince(Transaction transaction, UUID restaurantId, Merge merge) {
    return transaction
        .sql(
            """
            select exists (
                     select 1 from customer_merge l
                      where l.restaurant_id = :restaurant and l.undone_at is null and l.id > :merge
                        and (l.survivor_id in (:absorbed, :survivor) or l.absorbed_id in (:absorbed, :survivor)))
                or exists (
                     select 1 from customer_merge_move j
                       join customer_identifier i on i.restaurant_id = j.restaurant_id
                                                 and cast(i.id as text) = j.row_id
                      where j.restaurant_id = :restaurant and j.merge_id = :merge
                        and j.source = 'customer_identifier' and i.customer_id <> :survivor)
                or exists (
                     select 1 from customer_merge_move j
                       join message m on m.restaurant_id = j.restaurant_id
                                     and m.conversation_id = cast(j.row_id as uuid)
                      where j.restaurant_id = :restaurant and j.merge_id = :merge
                        and j.source = 'conversation'
                        and not exists (select 1 from customer_merge_move k
                                         where k.restaurant_id = :restaurant and k.merge_id = :merge
                                           and k.source = 'message' and k.row_id = cast(m.id as text)))
                   as changed
            """)
        .with("restaurant", restaurantId)
        .with("merge", merge.id())
        .with("absorbed", merge.pair().absorbed())
        .with("survivor", merge.pair().survivor())
        .one(row -> row.flag("changed"));
  }

  private static Merge merge(Row row) {
    return new Merge(
        row.uuid("id"),
        new Pair(row.uuid("absorbed_id"), row.uuid("survivor_id")),
        row.uuidOrNull("staff_id"),
        row.instant("merged_at"),
        row.instantOrNull("undone_at"));
  }
}
