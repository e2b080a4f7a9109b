package com.crmres.server.pos;

import com.crmres.common.pos.HandOverAt;
import com.crmres.common.pos.PosKind;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps how the tills of branches are reached; secrets are sealed, each for its branch only.
final class Tills {

  private final Sealing sealing;

  Tills(Sealing sealing) {
    this.sealing = sealing;
  }

  /// The till of a branch.
  ///
  /// @param secret sealed, in Base64
  /// @param hook sealed, in Base64
  /// @param trouble what went wrong last; null since it works
  record Till(
      UUID restaurantId,
      UUID branchId,
      PosKind kind,
      String address,
      @Nullable String posBranch,
      @Nullable String deliveryCharge,
      HandOverAt handOverAt,
      boolean enabled,
      String secret,
      String hook,
      @Nullable Instant reconciledUntil,
      @Nullable Instant answeredAt,
      @Nullable String trouble) {}

  /// What a manager wants of a till.
  ///
  /// @param secret null for the one there is
  /// @param hook taken where there is no till yet
  record Wish(
      PosKind kind,
      String address,
      @Nullable String secret,
      String hook,
      @Nullable String posBranch,
      @Nullable String deliveryCharge,
      HandOverAt handOverAt,
      boolean enabled) {}

  Optional<Till> of(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql("select * from pos_setting where restaurant_id = :restaurant and branch_id = :branch")
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .first(Tills::till);
  }

  List<Till> all(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql("select * from pos_setting where restaurant_id = :restaurant order by branch_id")
        .with("restaurant", restaurantId)
        .list(Tills::till);
  }

  /// Whoever calls at a branch's door; needs a transaction of the system.
  Optional<Till> atDoor(Transaction transaction, UUID branchId) {
    return transaction
        .sql("select * from pos_setting where branch_id = :branch and enabled")
        .with("branch", branchId)
        .first(Tills::till);
  }

  /// The tills that are to be compared now, taken for a minute; needs a transaction of the system.
  List<Till> takeDue(Transaction transaction, int seconds) {
    return transaction
        .sql(
            """
            update pos_setting set reconcile_at = now() + make_interval(secs => :seconds)
             where enabled and reconcile_at <= now()
            returning *
            """)
        .with("seconds", seconds)
        .list(Tills::till);
  }

  /// The tills whose stock is to be read now, taken for a while; needs a transaction of the system.
  List<Till> takeStockDue(Transaction transaction, int seconds) {
    return transaction
        .sql(
            """
            update pos_setting set stock_at = now() + make_interval(secs => :seconds)
             where enabled and stock_at <= now()
            returning *
            """)
        .with("seconds", seconds)
        .list(Tills::till);
  }

  Account account(Till till) {
    return new Account(
        till.branchId(),
        URI.create(till.address()),
        secret(till),
        till.posBranch(),
        till.deliveryCharge());
  }

  String secret(Till till) {
    return sealing.open(bytes(till.secret()), "pos " + till.branchId());
  }

  String hook(Till till) {
    return sealing.open(bytes(till.hook()), "pos hook " + till.branchId());
  }

  /// Connects a branch.
  ///
  /// @return false if it has no till yet and the wish no secret
  boolean keep(Transaction transaction, UUID restaurantId, UUID branchId, Wish wish, Instant now) {
    Optional<Till> before = of(transaction, restaurantId, branchId);
    if (wish.secret() == null && before.isEmpty()) {
      return false;
    }
    byte[] secret =
        wish.secret() == null
            ? bytes(before.orElseThrow().secret())
            : sealing.seal(wish.secret(), "pos " + branchId);
    byte[] hook =
        before
            .map(till -> bytes(till.hook()))
            .orElseGet(() -> sealing.seal(wish.hook(), "pos hook " + branchId));
    write(transaction, restaurantId, branchId, wish, now, secret, hook);
    return true;
  }

  private static void write(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      Wish wish,
      Instant now,
      byte[] secret,
      byte[] hook) {
    transaction
        .sql(
            """
            insert into pos_setting (restaurant_id, branch_id, kind, address, secret, hook, pos_branch,
                                     delivery_charge, hand_over_at, enabled, changed_at)
            values (:restaurant, :branch, :kind, :address, :secret, :hook, :called,
                    :charge, :hand, :enabled, :now)
            on conflict (restaurant_id, branch_id) do update
               set kind = :kind, address = :address, secret = :secret, pos_branch = :called,
                   delivery_charge = :charge, hand_over_at = :hand, enabled = :enabled, changed_at = :now, reconcile_at = now()
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("kind", wish.kind())
        .with("address", wish.address())
        .with("secret", secret)
        .with("hook", hook)
        .with("called", wish.posBranch())
        .with("charge", wish.deliveryCharge())
        .with("hand", wish.handOverAt())
        .with("enabled", wish.enabled())
        .with("now", now)
        .update();
  }

  /// The till answered, or did not.
  void heard(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      @Nullable String trouble,
      Instant now) {
    transaction
        .sql(
            """
            update pos_setting
               set trouble = :trouble,
                   answered_at = case when cast(:trouble as text) is null then :now else answered_at end
             where restaurant_id = :restaurant and branch_id = :branch
            """)
        .with("trouble", trouble)
        .with("now", now)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .update();
  }

  void reconciled(Transaction transaction, UUID restaurantId, UUID branchId, Instant until) {
    transaction
        .sql(
            """
            update pos_setting set reconciled_until = :until
             where restaurant_id = :restaurant and branch_id = :branch
            """)
        .with("until", until)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .update();
  }

  private static Till till(Row row) {
    return new Till(
        row.uuid("restaurant_id"),
        row.uuid("branch_id"),
        row.named("kind", PosKind.class),
        row.text("address"),
        row.textOrNull("pos_branch"),
        row.textOrNull("delivery_charge"),
        row.named("hand_over_at", HandOverAt.class),
        row.flag("enabled"),
        text(row.bytes("secret")),
        text(row.bytes("hook")),
        row.instantOrNull("reconciled_until"),
        row.instantOrNull("answered_at"),
        row.textOrNull("trouble"));
  }

  private static String text(byte[] sealed) {
    return Base64.getEncoder().encodeToString(sealed);
  }

  private static byte[] bytes(String sealed) {
    return Base64.getDecoder().decode(sealed);
  }
}
