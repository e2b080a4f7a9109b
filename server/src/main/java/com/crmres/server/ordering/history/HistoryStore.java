package com.crmres.server.ordering.history;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.CustomerFigures;
import com.crmres.common.ordering.CustomerFigures.UsualBranch;
import com.crmres.common.ordering.CustomerFigures.UsualWay;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of what customers have ordered so far. What is summed stands in the index
/// `orders_of_customer` as a whole.
final class HistoryStore {

  /// Of so many orders, the newest, one can see what somebody likes.
  static final int TASTE = 200;

  private static final String OF_CUSTOMER =
      """
       from orders
      where restaurant_id = :restaurant and customer_id = :customer
        and branch_id = any(cast(:branches as uuid[]))
      """;
  private static final String NOT_DROPPED =
      "and status not in ('rejected', 'expired', 'cancelled')";

  /// Whose orders at which branches.
  record Asked(UUID restaurantId, UUID customerId, Set<UUID> branches) {}

  /// @param delivered the prices of what was handed over, in all
  record Sums(
      CustomerFigures.Ends ends,
      Money worth,
      Money delivered,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt) {}

  /// What was handed over is worth the money that was noted for it, less what went back of it.
  /// Where none was noted, it was paid at the door, unless it was to be paid by a link, or was
  /// forgiven.
  Sums sums(Transaction transaction, Asked asked) {
    return of(
            transaction,
            asked,
            """
            select count(*) filter (where status = 'delivered') as delivered,
                   count(*) filter (where status = 'cancelled') as cancelled,
                   count(*) filter (where status = 'rejected') as rejected,
                   count(*) filter (where status = 'expired') as expired,
                   count(*) filter (where status not in ('delivered', 'cancelled', 'rejected', 'expired')) as open,
                   cast(coalesce(sum(case when paid > 0 then paid - refunded
                                          when payment in ('none', 'cod_due') then total
                                          else 0 end)
                                 filter (where status = 'delivered'), 0) as bigint) as worth,
                   cast(coalesce(sum(total) filter (where status = 'delivered'), 0) as bigint) as price,
                   min(placed_at) as first_at, max(placed_at) as last_at
            """
                + OF_CUSTOMER)
        .one(HistoryStore::sums);
  }

  private static Sums sums(Row row) {
    return new Sums(
        new CustomerFigures.Ends(
            Math.toIntExact(row.number("open")),
            Math.toIntExact(row.number("delivered")),
            Math.toIntExact(row.number("cancelled")),
            Math.toIntExact(row.number("rejected")),
            Math.toIntExact(row.number("expired"))),
        new Money(row.number("worth")),
        new Money(row.number("price")),
        row.instantOrNull("first_at"),
        row.instantOrNull("last_at"));
  }

  /// The lines of the newest orders that came to something, newest first.
  List<List<SoldLine>> orders(Transaction transaction, Asked asked) {
    return of(
            transaction,
            asked,
            "select lines"
                + OF_CUSTOMER
                + NOT_DROPPED
                + " order by placed_at desc, id desc limit "
                + TASTE)
        .list(row -> List.of(row.json("lines", SoldLine[].class)));
  }

  /// Where he orders most; of two branches alike the one he came to last.
  Optional<UsualBranch> branch(Transaction transaction, Asked asked) {
    return most(transaction, asked, "branch_id")
        .first(row -> new UsualBranch(row.uuid("branch_id"), Math.toIntExact(row.number("n"))));
  }

  /// How he gets it most often.
  Optional<UsualWay> way(Transaction transaction, Asked asked) {
    return most(transaction, asked, "fulfilment")
        .first(row ->
            new UsualWay(
                row.named("fulfilment", Fulfilment.class), Math.toIntExact(row.number("n"))));
  }

  Optional<UUID> visible(Transaction transaction, Asked asked) {
    return of(
            transaction,
            asked,
            """
            select s.id
              from customer c
              join customer s on s.restaurant_id = c.restaurant_id and s.id = coalesce(c.merged_into, c.id)
             where c.restaurant_id = :restaurant and c.id = :customer
               and (not exists (select from conversation v
                                 where v.restaurant_id = s.restaurant_id and v.customer_id = s.id
                                   and v.joined_into is null)
                    or exists (select from conversation v
                                where v.restaurant_id = s.restaurant_id and v.customer_id = s.id
                                  and v.joined_into is null
                                  and (v.branch_id is null or v.branch_id = any(cast(:branches as uuid[])))))
            """)
        .first(row -> row.uuid("id"));
  }

  private static Statement most(Transaction transaction, Asked asked, String what) {
    return of(
        transaction,
        asked,
        "select "
            + what
            + ", count(*) as n"
            + OF_CUSTOMER
            + NOT_DROPPED
            + " group by "
            + what
            + " order by n desc, max(placed_at) desc limit 1");
  }

  private static Statement of(Transaction transaction, Asked asked, String sql) {
    return transaction
        .sql(sql)
        .with("restaurant", asked.restaurantId())
        .with("customer", asked.customerId())
        .with("branches", asked.branches().toArray(UUID[]::new));
  }
}
