package com.crmres.server.ordering;

import com.crmres.server.database.Transaction;
import com.crmres.server.restaurant.Branch;
import java.time.LocalDate;
import java.util.UUID;

/// Gives out the numbers people say aloud: per branch and day, without gaps or doubles.
final class OrderNumbers {

  /// The next number, for example `A-27`; whoever asks next waits until this transaction ends.
  String next(Transaction transaction, UUID restaurantId, Branch branch, LocalDate day) {
    int count =
        transaction
            .sql(
                """
                insert into order_counter as c (restaurant_id, branch_id, day, last)
                values (:restaurant, :branch, :day, 1)
                on conflict (restaurant_id, branch_id, day) do update set last = c.last + 1
                returning last
                """)
            .with("restaurant", restaurantId)
            .with("branch", branch.id())
            .with("day", day.toString())
            .one(row -> row.integer("last"));
    return branch.code() + "-" + count;
  }
}
