package com.crmres.server.receipt;

import com.crmres.common.receipt.ReceiptForm;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps which receipts are still to go to their customers.
final class Sendings {

  /// A receipt whose time has come.
  ///
  /// @param toldAt when its customer was told by a template; null if he was not
  record Due(UUID restaurantId, UUID receiptId, ReceiptForm form, @Nullable Instant toldAt) {}

  void add(
      Transaction transaction, UUID restaurantId, UUID receiptId, ReceiptForm form, Instant due) {
    transaction
        .sql(
            """
            insert into receipt_sending (restaurant_id, receipt_id, form, due_at)
            values (:restaurant, :receipt, :form, :due) on conflict do nothing
            """)
        .with("restaurant", restaurantId)
        .with("receipt", receiptId)
        .with("form", form)
        .with("due", due)
        .update();
  }

  /// Of all restaurants; needs a transaction of the system.
  List<Due> due(Transaction transaction, Instant now, int limit) {
    return transaction
        .sql(
            """
            select restaurant_id, receipt_id, form, told_at from receipt_sending
             where due_at <= :now order by due_at limit :limit
            """)
        .with("now", now)
        .with("limit", limit)
        .list(row ->
            new Due(
                row.uuid("restaurant_id"),
                row.uuid("receipt_id"),
                row.named("form", ReceiptForm.class),
                row.instantOrNull("told_at")));
  }

  /// Whoever takes it sends it, in the same transaction.
  ///
  /// @return false if it was sent before
  boolean take(Transaction transaction, Due due) {
    return transaction
            .sql(
                """
                delete from receipt_sending
                 where restaurant_id = :restaurant and receipt_id = :receipt
                """)
            .with("restaurant", due.restaurantId())
            .with("receipt", due.receiptId())
            .update()
        == 1;
  }

  /// Its customer was told by a template without it: it follows once he writes.
  void follows(Transaction transaction, Due due, Instant toldAt, Instant lookAgainAt) {
    transaction
        .sql(
            """
            insert into receipt_sending (restaurant_id, receipt_id, form, due_at, told_at)
            values (:restaurant, :receipt, :form, :due, :told)
            """)
        .with("restaurant", due.restaurantId())
        .with("receipt", due.receiptId())
        .with("form", due.form())
        .with("due", lookAgainAt)
        .with("told", toldAt)
        .update();
  }

  void again(Transaction transaction, Due due, Instant at) {
    transaction
        .sql(
            """
            update receipt_sending set due_at = :at
             where restaurant_id = :restaurant and receipt_id = :receipt
            """)
        .with("at", at)
        .with("restaurant", due.restaurantId())
        .with("receipt", due.receiptId())
        .update();
  }
}
