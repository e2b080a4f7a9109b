package com.crmres.server.identity;

import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The table of refresh tokens; read and written in the system's scope.
final class RefreshTokenStore {

  /// A row of it.
  record Kept(
      UUID restaurantId,
      String hash,
      UUID familyId,
      UUID staffId,
      Instant familyStartedAt,
      Instant expiresAt,
      @Nullable Instant usedAt,
      @Nullable Instant revokedAt) {

    boolean isGood(Instant now) {
      return revokedAt == null && now.isBefore(expiresAt);
    }
  }

  /// Finds a token and holds it until the transaction ends, so that two cannot use it at once.
  Optional<Kept> hold(Transaction transaction, String hash) {
    return transaction
        .sql(
            """
            select restaurant_id, token_hash, family_id, staff_id, family_started_at, expires_at,
              used_at, revoked_at
            from refresh_token where token_hash = :hash for update
            """)
        .with("hash", hash)
        .first(RefreshTokenStore::kept);
  }

  void insert(Transaction transaction, Kept token) {
    transaction
        .sql(
            """
            insert into refresh_token
              (restaurant_id, token_hash, family_id, staff_id, family_started_at, expires_at)
            values (:restaurant, :hash, :family, :staff, :started, :expires)
            """)
        .with("restaurant", token.restaurantId())
        .with("hash", token.hash())
        .with("family", token.familyId())
        .with("staff", token.staffId())
        .with("started", token.familyStartedAt())
        .with("expires", token.expiresAt())
        .update();
  }

  void markUsed(Transaction transaction, Kept token, Instant now) {
    transaction
        .sql(
            """
            update refresh_token set used_at = :now
            where restaurant_id = :restaurant and token_hash = :hash
            """)
        .with("now", now)
        .with("restaurant", token.restaurantId())
        .with("hash", token.hash())
        .update();
  }

  void revokeFamily(Transaction transaction, Kept token, Instant now) {
    transaction
        .sql(
            """
            update refresh_token set revoked_at = :now
            where restaurant_id = :restaurant and family_id = :family and revoked_at is null
            """)
        .with("now", now)
        .with("restaurant", token.restaurantId())
        .with("family", token.familyId())
        .update();
  }

  /// Old rows of one person go when he signs in again: there is no other use for them.
  void removeExpired(Transaction transaction, UUID restaurantId, UUID staffId, Instant now) {
    transaction
        .sql(
            """
            delete from refresh_token
            where restaurant_id = :restaurant and staff_id = :staff and expires_at < :now
            """)
        .with("restaurant", restaurantId)
        .with("staff", staffId)
        .with("now", now)
        .update();
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.uuid("restaurant_id"),
        row.text("token_hash"),
        row.uuid("family_id"),
        row.uuid("staff_id"),
        row.instant("family_started_at"),
        row.instant("expires_at"),
        row.instantOrNull("used_at"),
        row.instantOrNull("revoked_at"));
  }
}
