package com.crmres.server.ordering.promise;

import com.crmres.server.database.Transaction;
import com.crmres.server.restaurant.Branch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Says how long a branch will take, from its own recent times and what it has to do now.
public final class Promises {

  private static final int WEEKS = 10;
  private static final Duration WORK_LASTS = Duration.ofHours(6);
  private static final int MOST_SEEN = 40;

  /// Minutes until an order is ready that is accepted now.
  public int minutes(Transaction transaction, UUID restaurantId, Branch branch, Instant now) {
    return PromiseTime.minutes(
        took(transaction, restaurantId, branch.id(), now),
        branch.preparationMinutes(),
        queue(transaction, restaurantId, branch.id(), now),
        branch.serving().at(now).delayMinutes());
  }

  /// What the last orders at this hour of the week took, from accepted to ready: the same hour of
  /// each week before is a short stretch of the index `orders_of_branch`, since Riyadh knows no
  /// summer time. An index of the hour itself would not be used behind the wall of the restaurant.
  private static List<Integer> took(
      Transaction transaction, UUID restaurantId, UUID branchId, Instant now) {
    return transaction
        .sql(
            """
            select cast(ceil(extract(epoch from min(r.at) - min(a.at)) / 60) as int) as minutes
              from (select o.id
                      from generate_series(0, :weeks) week
                     cross join lateral (
                       select id, placed_at from orders
                        where restaurant_id = :restaurant and branch_id = :branch
                          and placed_at >= cast(:hour as timestamptz) - week * interval '7 days'
                          and placed_at < cast(:hour as timestamptz) - week * interval '7 days'
                                          + interval '1 hour'
                          and placed_at > :since
                        order by placed_at desc limit :most) o
                     order by o.placed_at desc limit :most) o
              join order_event a on a.restaurant_id = :restaurant and a.order_id = o.id
                                and a.from_status = 'pending' and a.to_status = 'confirmed'
              join order_event r on r.restaurant_id = :restaurant and r.order_id = o.id
                                and r.to_status = 'ready'
             group by o.id
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("hour", now.truncatedTo(ChronoUnit.HOURS))
        .with("weeks", WEEKS)
        .with("since", now.minus(Duration.ofDays(7L * WEEKS)))
        .with("most", MOST_SEEN)
        .list(row -> row.integer("minutes"));
  }

  private static int queue(Transaction transaction, UUID restaurantId, UUID branchId, Instant now) {
    return transaction
        .sql(
            """
            select cast(count(*) as int) as waiting from orders
             where restaurant_id = :restaurant and branch_id = :branch and placed_at > :since
               and status in ('confirmed', 'preparing')
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("since", now.minus(WORK_LASTS))
        .one(row -> row.integer("waiting"));
  }
}
