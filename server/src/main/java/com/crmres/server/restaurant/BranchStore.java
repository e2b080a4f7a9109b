package com.crmres.server.restaurant;

import com.crmres.common.wire.Json;
import com.crmres.server.database.Transaction;
import java.util.UUID;

/// Keeps what people set of a branch while it runs.
final class BranchStore {

  void serve(Transaction transaction, UUID restaurantId, UUID branchId, Serving serving) {
    transaction
        .sql(
            """
            update branch set mode = :mode, mode_until = :until, mode_delay = :delay, mode_asap = :asap
             where restaurant_id = :restaurant and id = :branch
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("mode", serving.mode())
        .with("until", serving.until())
        .with("delay", serving.delayMinutes())
        .with("asap", serving.asap())
        .update();
  }

  boolean setHours(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      OpeningHours usual,
      SpecialTimes special) {
    return transaction
            .sql(
                """
                update branch set hours = :hours, special_times = :special
                 where restaurant_id = :restaurant and id = :branch
                """)
            .with("restaurant", restaurantId)
            .with("branch", branchId)
            .with("hours", Json.write(usual))
            .with("special", Json.write(special))
            .update()
        == 1;
  }

  HijriMonths months(Transaction transaction, UUID restaurantId) {
    return months(transaction, restaurantId, "");
  }

  /// As [#months], kept from others until the transaction ends.
  HijriMonths lockMonths(Transaction transaction, UUID restaurantId) {
    return months(transaction, restaurantId, " for update");
  }

  private static HijriMonths months(Transaction transaction, UUID restaurantId, String lock) {
    return transaction
        .sql("select hijri from restaurant where restaurant_id = :restaurant" + lock)
        .with("restaurant", restaurantId)
        .one(row -> row.json("hijri", HijriMonths.class));
  }

  void setMonths(Transaction transaction, UUID restaurantId, HijriMonths months) {
    transaction
        .sql("update restaurant set hijri = :hijri where restaurant_id = :restaurant")
        .with("restaurant", restaurantId)
        .with("hijri", Json.write(months))
        .update();
  }
}
