package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.Noor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Neither a list nor placing an order goes through what is past. PostgreSQL counts the rows and
/// entries of indices that a transaction reads: that is the same on a fast machine and a busy one.
class YearsOfOrdersTest {

  private static final World WORLD = new World();
  private static final int PAST = 12_000;
  private static final int PAGE = 20;
  private static final Set<UUID> BRANCHES = Set.of(Noor.OLAYA.id(), Noor.MALAZ.id());

  /// A page is read from an index for each branch, and then whole.
  private static final long MOST_OF_A_PAGE = 10L * PAGE;

  /// The last orders of the hour with their histories, and what moves at once.
  private static final long MOST_OF_AN_ORDER = 1_000;

  @BeforeAll
  static void copyOneOrder() {
    UUID id = WORLD.placed(Fulfilment.PICKUP).id();
    WORLD.apply(id, new OrderCommand.Accept(15));
    WORLD.apply(id, new OrderCommand.StartPreparing());
    WORLD.apply(id, new OrderCommand.MarkReady());
    WORLD.apply(id, new OrderCommand.HandOver());
    for (String sql : List.of(CARTS, ORDERS, EVENTS)) {
      WORLD.in(tx -> tx.sql(sql).with("past", PAST).with("id", id).update());
    }
    WORLD.analyze();
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  /// Two a branch and hour, as many of each way to end as chance would have it.
  private static final String CARTS =
      """
      insert into cart (restaurant_id, id, conversation_id, version, branch_id, fulfilment, lines, ordered, changed_at)
      select c.restaurant_id, cast(md5('cart' || n) as uuid), c.conversation_id, 1, c.branch_id, c.fulfilment, c.lines,
             true, c.changed_at
        from cart c cross join generate_series(1, :past) n
       where c.id = (select cart_id from orders where id = :id)
      """;

  private static final String ORDERS =
      """
      insert into orders (restaurant_id, id, cart_id, conversation_id, customer_id, branch_id, day, number, status,
                          fulfilment, lines, total, vat, placed_at, status_since, version)
      select o.restaurant_id, cast(md5('order' || n) as uuid), cast(md5('cart' || n) as uuid), o.conversation_id,
             o.customer_id, b.id, o.day, 'P-' || n,
             case n % 20 when 0 then 'cancelled' when 1 then 'rejected' when 2 then 'expired' else 'delivered' end,
             o.fulfilment, o.lines, o.total, o.vat, o.placed_at - n * interval '15 minutes',
             o.placed_at - n * interval '15 minutes', 3
        from generate_series(1, :past) n
        join lateral (select id from branch order by code offset n % 2 limit 1) b on true
        join orders o on o.id = :id
      """;

  private static final String EVENTS =
      """
      insert into order_event (restaurant_id, order_id, version, actor, from_status, to_status, at)
      select o.restaurant_id, o.id, v, 'system', (array[null, 'pending', 'preparing'])[v],
             (array['pending', 'confirmed', 'ready'])[v], o.placed_at + v * interval '5 minutes'
        from orders o cross join generate_series(1, 3) v
       where o.number like 'P-%' and o.id <> :id and :past > 0
      """;

  @Test
  void theBoardReadsWhatIsOnIt() {
    long rows = read(tx -> assertThat(list(tx, Set.of(), null)).isNotEmpty());

    assertThat(rows).isLessThan(MOST_OF_A_PAGE);
  }

  @ParameterizedTest
  @EnumSource
  void theFirstPageOfAStatusReadsAPage(OrderStatus status) {
    long rows = read(tx -> list(tx, Set.of(status), null));

    assertThat(rows).isLessThan(MOST_OF_A_PAGE);
  }

  @ParameterizedTest
  @EnumSource
  void aPageFarBehindReadsAPage(OrderStatus status) {
    UUID after =
        WORLD.in(tx ->
            tx.sql("select id from orders order by placed_at offset :half limit 1")
                .with("half", PAST / 2)
                .one(row -> row.uuid("id")));

    long rows = read(tx -> list(tx, Set.of(status), after));

    assertThat(rows).isLessThan(MOST_OF_A_PAGE);
  }

  @Test
  void pageAfterPageShowsEachOrderOnce() {
    Set<OrderStatus> ended = Set.of(OrderStatus.REJECTED, OrderStatus.EXPIRED);
    List<UUID> seen = new ArrayList<>();
    List<OrderSummary> page = WORLD.in(tx -> list(tx, ended, null));
    while (!page.isEmpty()) {
      page.forEach(order -> seen.add(order.id()));
      page = WORLD.in(tx -> list(tx, ended, seen.getLast()));
    }

    assertThat(seen).doesNotHaveDuplicates().hasSize(PAST / 10);
  }

  @Test
  void placingAnOrderReadsNothingOfThePastButItsOwnHour() {
    UUID conversation = WORLD.conversation();
    Cart cart = WORLD.readBack(conversation, Fulfilment.PICKUP);

    long rows =
        read(tx ->
            assertThat(
                    WORLD.orders.place(
                        tx, Noor.ID, conversation, cart.id(), cart.version(), Actor.customer()))
                .isInstanceOf(PlaceResult.Placed.class));

    assertThat(rows).isBetween(1L, MOST_OF_AN_ORDER);
  }

  private static List<OrderSummary> list(
      Transaction transaction, Set<OrderStatus> statuses, @Nullable UUID after) {
    return WORLD.orders.list(transaction, Noor.ID, BRANCHES, statuses, after, PAGE);
  }

  /// Rows that were read from end to end, and entries of indices.
  private static long read(Consumer<Transaction> work) {
    return WORLD.in(tx -> {
      long before = soFar(tx);
      work.accept(tx);
      return soFar(tx) - before;
    });
  }

  private static long soFar(Transaction transaction) {
    return transaction
        .sql(
            """
            select cast(sum(pg_stat_get_xact_tuples_returned(c.oid)) as bigint) as rows
              from pg_class c
              left join pg_index i on i.indexrelid = c.oid
             where coalesce(i.indrelid, c.oid) in (
                     to_regclass('orders'), to_regclass('cart'), to_regclass('order_event'))
            """)
        .one(row -> row.number("rows"));
  }
}
