package com.crmres.server.menu;

import com.crmres.common.menu.MenuBook;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Keeps the menu of a restaurant and what its branches said about it, and marks what changes.
final class MenuStore {

  long version(Transaction transaction, UUID restaurantId, UUID branchId) {
    return of(
            transaction,
            restaurantId,
            branchId,
            """
            select version from menu_version
             where restaurant_id = :restaurant and branch_id = :branch
            """)
        .first(row -> row.number("version"))
        .orElse(0L);
  }

  long bookVersion(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql("select version from menu_book where restaurant_id = :restaurant")
        .with("restaurant", restaurantId)
        .first(row -> row.number("version"))
        .orElse(0L);
  }

  MenuBook book(Transaction transaction, UUID restaurantId) {
    return new BookReading(transaction, restaurantId).book();
  }

  boolean shows(Transaction transaction, UUID restaurantId, UUID photo) {
    return transaction
        .sql(
            "select id from menu_item where restaurant_id = :restaurant and photo = :photo limit 1")
        .with("restaurant", restaurantId)
        .with("photo", photo)
        .first(row -> row.uuid("id"))
        .isPresent();
  }

  /// Keeps others from editing the menu until the transaction ends.
  void lockBook(Transaction transaction, UUID restaurantId) {
    transaction
        .sql(
            """
            insert into menu_book (restaurant_id, version)
            values (:restaurant, 0)
            on conflict (restaurant_id) do nothing
            """)
        .with("restaurant", restaurantId)
        .update();
    transaction
        .sql("select version from menu_book where restaurant_id = :restaurant for update")
        .with("restaurant", restaurantId)
        .one(row -> row.number("version"));
  }

  void write(Transaction transaction, UUID restaurantId, MenuBook before, MenuBook after) {
    new BookWriting(transaction, restaurantId).write(before, after);
  }

  BranchState state(Transaction transaction, UUID restaurantId, UUID branchId) {
    return new BranchState(
        branchId,
        zone(transaction, restaurantId, branchId),
        absences(transaction, restaurantId, branchId),
        usedUp(transaction, restaurantId, branchId));
  }

  void setAbsent(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      UUID subjectId,
      AbsentBy by,
      BranchState.Gone gone,
      Instant now) {
    of(
            transaction,
            restaurantId,
            branchId,
            """
            insert into menu_absence (restaurant_id, branch_id, subject_id, said_by, hidden, until,
                                      since)
            values (:restaurant, :branch, :subject, :by, :hidden, :until, :now)
            on conflict (restaurant_id, branch_id, subject_id, said_by) do update
               set hidden = excluded.hidden, until = excluded.until, since = excluded.since
            """)
        .with("subject", subjectId)
        .with("by", by)
        .with("hidden", gone.hidden())
        .with("until", gone.until())
        .with("now", now)
        .update();
  }

  /// What these said of it holds no longer.
  void setPresent(
      Transaction transaction, UUID restaurantId, UUID branchId, UUID subjectId, Set<AbsentBy> by) {
    of(
            transaction,
            restaurantId,
            branchId,
            """
            delete from menu_absence
             where restaurant_id = :restaurant and branch_id = :branch and subject_id = :subject
               and said_by = any(:by)
            """)
        .with("subject", subjectId)
        .with("by", by.stream().map(AbsentBy::wireName).toArray(String[]::new))
        .update();
  }

  void renew(Transaction transaction, UUID restaurantId, UUID branchId) {
    of(
            transaction,
            restaurantId,
            branchId,
            """
            insert into menu_version (restaurant_id, branch_id, version)
            values (:restaurant, :branch, nextval('menu_version_number'))
            on conflict (restaurant_id, branch_id) do update set version = excluded.version
            """)
        .update();
  }

  void renewAll(Transaction transaction, UUID restaurantId) {
    transaction
        .sql(
            """
            insert into menu_version (restaurant_id, branch_id, version)
            select restaurant_id, id, nextval('menu_version_number')
              from branch where restaurant_id = :restaurant order by id
            on conflict (restaurant_id, branch_id) do update set version = excluded.version
            """)
        .with("restaurant", restaurantId)
        .update();
  }

  private static ZoneId zone(Transaction transaction, UUID restaurantId, UUID branchId) {
    return of(
            transaction,
            restaurantId,
            branchId,
            "select zone from branch where restaurant_id = :restaurant and id = :branch")
        .first(row -> ZoneId.of(row.text("zone")))
        .orElse(ZoneOffset.UTC);
  }

  private static Map<UUID, List<BranchState.Gone>> absences(
      Transaction transaction, UUID restaurantId, UUID branchId) {
    Map<UUID, List<BranchState.Gone>> absences = new HashMap<>();
    of(
            transaction,
            restaurantId,
            branchId,
            """
            select subject_id, hidden, until from menu_absence
             where restaurant_id = :restaurant and branch_id = :branch
            """)
        .list(row -> new Absent(row.uuid("subject_id"), gone(row)))
        .forEach(absent ->
            absences
                .computeIfAbsent(absent.subjectId(), _ -> new ArrayList<>())
                .add(absent.gone()));
    return absences;
  }

  private record Absent(UUID subjectId, BranchState.Gone gone) {}

  private static BranchState.Gone gone(Row row) {
    return new BranchState.Gone(row.flag("hidden"), row.instantOrNull("until"));
  }

  private static Set<UUID> usedUp(Transaction transaction, UUID restaurantId, UUID branchId) {
    return new HashSet<>(
        of(
                transaction,
                restaurantId,
                branchId,
                """
                select subject_id from menu_stock
                 where restaurant_id = :restaurant and branch_id = :branch and remaining = 0
                """)
            .list(row -> row.uuid("subject_id")));
  }

  private static Statement of(
      Transaction transaction, UUID restaurantId, UUID branchId, String sql) {
    return transaction.sql(sql).with("restaurant", restaurantId).with("branch", branchId);
  }
}
