package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.ordering.cart.Noor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// What is true of a restaurant's books at any moment, counted anew from the tables.
final class Invariants {

  /// Each query finds what must not be.
  private static final Map<String, String> NEVER =
      Map.of(
          "a total that is not the sum of its lines",
          """
          select o.id from orders o
           where o.total <> o.delivery_fee + (select sum((line -> 'sold' ->> 'total')::numeric * 100)
                                                from jsonb_array_elements(o.lines) line)
          """,
          "VAT that is not 15 % inside, rounded half up",
          "select id from orders where vat <> total - (total * 200 + 115) / 230",
          "a quarter whose count is not that of its claims",
          """
          select s.starts_at as id from slot s
            left join slot_claim c on c.branch_id = s.branch_id and c.starts_at = s.starts_at
           group by s.branch_id, s.starts_at, s.orders, s.minutes
          having s.orders <> count(c.order_id) or s.minutes <> coalesce(sum(c.minutes), 0)
          """,
          "a quarter that is overfull",
          """
          select s.starts_at as id from slot s join branch b on b.id = s.branch_id
           where s.orders > b.slot_orders or s.orders > 1 and s.minutes > b.slot_minutes
          """,
          "a place or portions kept for an order that comes to nothing",
          """
          select o.id from orders o
           where o.status in ('rejected', 'expired', 'cancelled')
             and (exists (select from slot_claim c where c.order_id = o.id)
                  or exists (select from menu_stock_hold h where h.order_id = o.id))
          """,
          "two open carts of one conversation, or an order of an open cart",
          """
          select conversation_id as id from cart where not ordered and abandoned_at is null
           group by 1 having count(*) > 1
          union all
          select o.id from orders o join cart c on c.id = o.cart_id where not c.ordered
          """,
          "a history with gaps",
          """
          select o.id from orders o join order_event e on e.order_id = o.id
           group by o.id, o.version having count(*) <> o.version or max(e.version) <> o.version
          """,
          "an order that waits without a limit, or a limit without one that waits",
          """
          select coalesce(o.id, d.order_id) as id
            from (select id from orders where status = 'pending') o
            full join order_deadline d on d.order_id = o.id
           where o.id is null or d.order_id is null
          """,
          "money given back beyond what came, or less than nothing",
          """
          select id from orders
           where refunded + refund_asked > paid or least(paid, refunded, refund_asked) < 0
          """);

  private static final String[] TOLD =
      Stream.of(Transition.values())
          .filter(move -> move.told() != null)
          .map(move -> Move.of(move).name())
          .toArray(String[]::new);

  private final World world;
  private Map<Portions, Long> left;
  private Map<Hold, Long> held;

  Invariants(World world) {
    this.world = world;
    this.left = left();
    this.held = held();
  }

  /// What a branch counts.
  private record Portions(UUID branchId, UUID subjectId) {}

  /// What is kept for an order.
  private record Hold(UUID orderId, Portions of) {}

  /// Everything that must hold of the books.
  void hold() {
    NEVER.forEach((fault, sql) -> assertThat(found(sql)).as(fault).isEmpty());
    messagesAreMoves();
  }

  private List<String> found(String sql) {
    return world.in(tx -> tx.sql(sql).list(row -> row.text("id")));
  }

  /// Each customer heard of as many moves as have words; a question whether another branch will do
  /// is no move.
  private void messagesAreMoves() {
    List<String> wrong =
        world.in(tx ->
            tx.sql(
                    """
                    select v.id, m.said, e.told, r.asked
                      from conversation v
                     cross join lateral (
                       select count(*) as said from message where conversation_id = v.id and sender = 'system') m
                     cross join lateral (
                       select count(*) as told from orders o join order_event e on e.order_id = o.id
                        where o.conversation_id = v.id and e.axis = 'order'
                          and e.move = any(cast(:told as text[]))) e
                     cross join lateral (
                       select count(*) as asked from orders
                        where conversation_id = v.id and flags @> '["rescue_offered"]') r
                     where m.said not between e.told and e.told + r.asked
                    """)
                .with("told", TOLD)
                .list(row ->
                    row.text("id")
                        + ": said "
                        + row.number("said")
                        + ", told "
                        + row.number("told")
                        + ", asked "
                        + row.number("asked")));
    assertThat(wrong).as("messages that are not the moves").isEmpty();
  }

  /// Since the last look portions went nowhere: what is left changed by what was kept for orders,
  /// by what came back from those that come to nothing, and from those that hold less or are made
  /// elsewhere.
  ///
  /// @param counted whether people have counted anew meanwhile
  void portionsAreKept(boolean counted) {
    Map<Portions, Long> leftNow = left();
    Map<Hold, Long> heldNow = held();
    if (!counted) {
      Map<Portions, Long> expected = new HashMap<>(left);
      heldNow.forEach((hold, count) ->
          expected.merge(hold.of(), held.getOrDefault(hold, 0L) - count, Long::sum));
      held.forEach((hold, count) -> {
        if (!heldNow.containsKey(hold) && !isMade(hold.orderId())) {
          expected.merge(hold.of(), count, Long::sum);
        }
      });
      assertThat(leftNow).as("what is left").isEqualTo(expected);
    }
    left = leftNow;
    held = heldNow;
  }

  private boolean isMade(UUID orderId) {
    return switch (world.order(orderId).status()) {
      case PENDING, CONFIRMED, CANCEL_REQUESTED, REJECTED, EXPIRED, CANCELLED -> false;
      default -> true;
    };
  }

  private Map<Portions, Long> left() {
    Map<Portions, Long> all = new HashMap<>();
    world.in(tx ->
        tx.sql("select branch_id, subject_id, remaining from menu_stock")
            .list(row ->
                all.put(
                    new Portions(row.uuid("branch_id"), row.uuid("subject_id")),
                    (long) row.integer("remaining"))));
    return all;
  }

  private Map<Hold, Long> held() {
    Map<Hold, Long> all = new HashMap<>();
    world.in(tx ->
        tx.sql("select order_id, branch_id, subject_id, held from menu_stock_hold")
            .list(row ->
                all.put(
                    new Hold(
                        row.uuid("order_id"),
                        new Portions(row.uuid("branch_id"), row.uuid("subject_id"))),
                    (long) row.integer("held"))));
    return all;
  }

  /// How many orders there are.
  long orders() {
    return world.in(tx ->
        tx.sql("select count(*) as n from orders where restaurant_id = :restaurant")
            .with("restaurant", Noor.ID)
            .one(row -> row.number("n")));
  }
}
