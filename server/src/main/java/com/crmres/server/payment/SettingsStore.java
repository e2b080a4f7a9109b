package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentSettings;
import com.crmres.common.wire.WireName;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.UUID;

/// The SQL of how customers of branches may pay.
final class SettingsStore {

  private static final String FIRST =
      """
      insert into payment_settings (restaurant_id, branch_id, methods, door_limit, link_minutes,
                                    version, changed_at, changed_by)
      values (:restaurant, :branch, :methods, cast(:limit as bigint), :minutes, 1, :now, :staff)
      on conflict do nothing
      """;

  private static final String NEXT =
      """
      update payment_settings
         set methods = :methods, door_limit = cast(:limit as bigint), link_minutes = :minutes,
             version = version + 1, changed_at = :now, changed_by = :staff
       where restaurant_id = :restaurant and branch_id = :branch and version = :version
      """;

  PaymentSettings of(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            "select * from payment_settings where restaurant_id = :restaurant and branch_id = :branch")
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .first(SettingsStore::settings)
        .orElse(PaymentSettings.UNSET);
  }

  /// Replaces them.
  ///
  /// @param settings with the version that is replaced
  /// @return false if somebody was faster
  boolean replace(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      PaymentSettings settings,
      UUID staffId,
      Instant now) {
    boolean first = settings.version() == 0;
    Statement statement =
        transaction
            .sql(first ? FIRST : NEXT)
            .with("restaurant", restaurantId)
            .with("branch", branchId)
            .with(
                "methods",
                settings.methods().stream().map(WireName::wireName).toArray(String[]::new))
            .with("limit", settings.doorLimit())
            .with("minutes", settings.linkMinutes())
            .with("now", now)
            .with("staff", staffId);
    return (first ? statement : statement.with("version", settings.version())).update() == 1;
  }

  private static PaymentSettings settings(Row row) {
    Long limit = row.numberOrNull("door_limit");
    return new PaymentSettings(
        row.texts("methods").stream()
            .map(method -> WireName.parse(PaymentMethod.class, method))
            .toList(),
        limit == null ? null : new Money(limit),
        row.integer("link_minutes"),
        row.number("version"));
  }
}
