package com.crmres.server.receipt;

import com.crmres.common.receipt.ReceiptForm;
import com.crmres.common.receipt.ReceiptIssuer;
import com.crmres.common.receipt.ReceiptSettings;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of how branches give receipts.
final class SettingsStore {

  private static final String FIRST =
      """
      insert into receipt_settings (restaurant_id, branch_id, issuer, seller_ar, seller_en,
                                    vat_number, sent, version, changed_at, changed_by)
      values (:restaurant, :branch, :issuer, :ar, :en, :vat, :sent, 1, :now, :staff)
      on conflict do nothing
      """;

  private static final String NEXT =
      """
      update receipt_settings
         set issuer = :issuer, seller_ar = :ar, seller_en = :en, vat_number = :vat, sent = :sent,
             version = version + 1, changed_at = :now, changed_by = :staff
       where restaurant_id = :restaurant and branch_id = :branch and version = :version
      """;

  ReceiptSettings of(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            "select * from receipt_settings where restaurant_id = :restaurant and branch_id = :branch")
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .first(SettingsStore::settings)
        .orElse(ReceiptSettings.UNSET);
  }

  /// Replaces them.
  ///
  /// @param settings with the version that is replaced
  /// @return false if somebody was faster
  boolean replace(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      ReceiptSettings settings,
      UUID staffId,
      Instant now) {
    return put(transaction, settings.version() == 0 ? FIRST : NEXT, settings)
            .with("restaurant", restaurantId)
            .with("branch", branchId)
            .with("now", now)
            .with("staff", staffId)
            .update()
        == 1;
  }

  private static Statement put(Transaction transaction, String sql, ReceiptSettings settings) {
    LocalizedText seller = settings.sellerName();
    Statement statement =
        transaction
            .sql(sql)
            .with("issuer", settings.issuer())
            .with("ar", seller == null ? null : seller.ar())
            .with("en", seller == null ? null : seller.en())
            .with("vat", settings.vatNumber())
            .with("sent", settings.sent());
    return settings.version() == 0 ? statement : statement.with("version", settings.version());
  }

  private static ReceiptSettings settings(Row row) {
    return new ReceiptSettings(
        row.named("issuer", ReceiptIssuer.class),
        seller(row.textOrNull("seller_ar"), row.textOrNull("seller_en")),
        row.textOrNull("vat_number"),
        row.named("sent", ReceiptForm.class),
        row.number("version"));
  }

  private static @Nullable LocalizedText seller(@Nullable String ar, @Nullable String en) {
    return ar == null ? null : new LocalizedText(ar, en == null ? "" : en);
  }
}
