package com.crmres.server.identity;

import com.crmres.common.identity.Role;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The tables of staff members and of the branches they work in.
final class StaffStore {

  private static final String COLUMNS =
      "select restaurant_id, id, name, email, role, password_hash, active from staff ";

  void insert(Transaction transaction, StaffRecord staff, Instant now) {
    transaction
        .sql(
            """
            insert into staff (restaurant_id, id, name, email, role, password_hash, active, created_at)
            values (:restaurant, :id, :name, :email, :role, :hash, :active, :now)
            """)
        .with("restaurant", staff.restaurantId())
        .with("id", staff.id())
        .with("name", staff.name())
        .with("email", staff.email())
        .with("role", staff.role())
        .with("hash", staff.passwordHash())
        .with("active", staff.active())
        .with("now", now)
        .update();
  }

  void giveBranch(Transaction transaction, UUID restaurantId, UUID staffId, UUID branchId) {
    transaction
        .sql(
            """
            insert into staff_branch (restaurant_id, staff_id, branch_id)
            values (:restaurant, :staff, :branch)
            """)
        .with("restaurant", restaurantId)
        .with("staff", staffId)
        .with("branch", branchId)
        .update();
  }

  Set<UUID> branches(Transaction transaction, UUID restaurantId, UUID staffId) {
    return new HashSet<>(
        transaction
            .sql(
                """
                select branch_id from staff_branch
                where restaurant_id = :restaurant and staff_id = :staff
                """)
            .with("restaurant", restaurantId)
            .with("staff", staffId)
            .list(row -> row.uuid("branch_id")));
  }

  Optional<StaffRecord> find(Transaction transaction, UUID restaurantId, UUID staffId) {
    return transaction
        .sql(COLUMNS + "where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", staffId)
        .first(StaffStore::staff);
  }

  /// Everybody who has access, by name.
  List<StaffRecord> all(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql(COLUMNS + "where restaurant_id = :restaurant and active order by name, id")
        .with("restaurant", restaurantId)
        .list(StaffStore::staff);
  }

  /// In the system's scope: whoever signs in names no restaurant.
  Optional<StaffRecord> byEmail(Transaction transaction, String email) {
    return transaction
        .sql(COLUMNS + "where email = :email")
        .with("email", email)
        .first(StaffStore::staff);
  }

  /// In the system's scope. Holds the gate against another node that asks at the same moment.
  boolean isNobodyThere(Transaction transaction) {
    transaction
        .sql("select 1 as held from pg_advisory_xact_lock(hashtext('first owner'))")
        .one(row -> true);
    return transaction
        .sql("select not exists (select from staff) as nobody")
        .one(row -> row.flag("nobody"));
  }

  private static StaffRecord staff(Row row) {
    return new StaffRecord(
        row.uuid("restaurant_id"),
        row.uuid("id"),
        row.text("name"),
        row.text("email"),
        row.named("role", Role.class),
        row.text("password_hash"),
        row.flag("active"));
  }
}
