package com.crmres.server.assistant.memory;

import com.crmres.server.assistant.Recollection;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Measures how long it takes to gather what a turn needs of the past, with 100,000 conversations
/// and a million messages, and shows how the database finds it. Run by hand.
final class RecallBench {

  private static final int CONVERSATIONS = 100_000;
  private static final int CHUNK = 2_500;
  private static final int TURNS = 2_000;
  private static final int WARM = 300;

  private static final List<String> FILL =
      List.of(
          """
          insert into customer (restaurant_id, id, name, language, created_at)
          select r.restaurant_id, cast(md5('k' || n) as uuid), 'Sara', 'ar-SA', now()
            from restaurant r, generate_series(cast(:from as integer), cast(:to as integer)) n
          """,
          """
          insert into conversation (restaurant_id, id, customer_id, phone_number_id, last_sequence,
                                    last_message_at, created_at)
          select r.restaurant_id, cast(md5('c' || n) as uuid), cast(md5('k' || n) as uuid), '1', 10,
                 cast(:now as timestamptz), cast(:now as timestamptz)
            from restaurant r, generate_series(cast(:from as integer), cast(:to as integer)) n
          """,
          """
          insert into message (restaurant_id, id, conversation_id, sequence, sender, content, at,
                               received_at)
          select r.restaurant_id, cast(md5('m' || n || '-' || p) as uuid), cast(md5('c' || n) as uuid), p,
                 case when p % 2 = 1 then 'customer' else 'ai' end,
                 jsonb_build_object('type', 'text', 'text', 'ابي 2 شاورما دجاج وبيبسي ' || p),
                 cast(:now as timestamptz) - make_interval(hours => 10 - p),
                 cast(:now as timestamptz)
            from restaurant r, generate_series(cast(:from as integer), cast(:to as integer)) n, generate_series(1, 10) p
          """,
          """
          insert into assistant_memory (restaurant_id, conversation_id, answered_through, updated_at,
                                        summary, summarised_at)
          select r.restaurant_id, cast(md5('c' || n) as uuid), 9, now(),
                 '{"address": "UNKNOWN", "events": [{"at": "2026-11-20T10:00:00Z", "what": "asked"}]}',
                 cast(:now as timestamptz)
            from restaurant r, generate_series(cast(:from as integer), cast(:to as integer)) n
          """,
          """
          insert into preference (restaurant_id, id, customer_id, kind, value, same, noted_at, until)
          select r.restaurant_id, cast(md5('p' || n || '-' || p) as uuid), cast(md5('k' || n) as uuid), 'dislikes',
                 'dish ' || p, 'dish ' || p, now(), cast(:now as timestamptz) + interval '99 days'
            from restaurant r, generate_series(cast(:from as integer), cast(:to as integer)) n, generate_series(1, 3) p
          """,
          """
          insert into cart (restaurant_id, id, conversation_id, version, lines, ordered, changed_at)
          select r.restaurant_id, cast(md5('b' || n || '-' || p) as uuid), cast(md5('c' || n) as uuid), 1, '[]', true,
                 now()
            from restaurant r, generate_series(cast(:from as integer), cast(:to as integer)) n, generate_series(1, 3) p
          """,
          """
          insert into orders (restaurant_id, id, cart_id, conversation_id, customer_id, branch_id, day,
                              number, status, fulfilment, lines, total, vat, placed_at, status_since)
          select r.restaurant_id, cast(md5('o' || n || '-' || p) as uuid), cast(md5('b' || n || '-' || p) as uuid),
                 cast(md5('c' || n) as uuid), cast(md5('k' || n) as uuid), b.id, date '2026-01-01', n || '-' || p,
                 'delivered', 'pickup',
                 jsonb_build_array(jsonb_build_object('itemId', cast(:item as uuid),
                   'optionIds', cast('[]' as jsonb), 'sold', jsonb_build_object('quantity', 2))),
                 1800, 200, cast(:now as timestamptz) - make_interval(days => p), now()
            from restaurant r, (select id from branch limit 1) b,
                 generate_series(cast(:from as integer), cast(:to as integer)) n, generate_series(1, 3) p
          """);

  private RecallBench() {}

  /// Fills a database and measures.
  public static void main(String[] args) {
    try (TalkingHouse house = new TalkingHouse()) {
      for (int from = 1; from <= CONVERSATIONS; from += CHUNK) {
        for (String sql : FILL) {
          int first = from;
          house.noor.in(transaction -> filled(house, transaction, sql, first));
        }
      }
      house.noor.in(transaction -> transaction.sql("analyze").update());
      measure(house);
    }
  }

  private static long filled(TalkingHouse house, Transaction transaction, String sql, int from) {
    Statement statement = transaction.sql(sql).with("from", from).with("to", from + CHUNK - 1);
    if (sql.contains(":now")) {
      statement.with("now", house.noor.clock.instant());
    }
    if (sql.contains(":item")) {
      statement.with("item", TestMenu.named("Chicken shawarma").id());
    }
    return statement.update();
  }

  private static void measure(TalkingHouse house) {
    Random random = new Random(7);
    long[] took = new long[TURNS];
    for (int i = -WARM; i < TURNS; i++) {
      UUID conversation = id(house, 1 + random.nextInt(CONVERSATIONS));
      Recollection.Wish wish = new Recollection.Wish(conversation, 9, List.of());
      long begin = System.nanoTime();
      house.noor.in(transaction -> house.recall.past(transaction, house.noor.restaurantId, wish));
      if (i >= 0) {
        took[i] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(took);
    System.out.printf(
        "a past: median %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
        took[TURNS / 2] / 1e6, took[TURNS * 95 / 100] / 1e6, took[TURNS * 99 / 100] / 1e6);
    explain(house, id(house, 5));
  }

  private static UUID id(TalkingHouse house, int number) {
    return house.noor.in(transaction ->
        transaction
            .sql("select cast(md5('c' || cast(:n as integer)) as uuid) as id")
            .with("n", number)
            .one(row -> row.uuid("id")));
  }

  private static void explain(TalkingHouse house, UUID conversation) {
    for (String sql :
        List.of(
            """
            explain (analyze, buffers off, costs off)
            select sender, content, at from message
             where restaurant_id = :restaurant and conversation_id = :conversation
               and not silent and revoked_at is null and at >= timestamptz '2026-11-15'
               and not (sender = 'customer' and coalesce(said_place, sequence) > 9)
             order by sequence desc limit 12
            """,
            """
            explain (analyze, buffers off, costs off)
            select id, placed_at, lines from orders
             where restaurant_id = :restaurant
               and customer_id = (select customer_id from conversation
                                   where restaurant_id = :restaurant and id = :conversation)
               and status not in ('rejected', 'expired', 'cancelled')
             order by placed_at desc limit 40
            """,
            """
            explain (analyze, buffers off, costs off)
            select * from preference
             where restaurant_id = :restaurant and until > now()
               and customer_id = (select customer_id from conversation
                                   where restaurant_id = :restaurant and id = :conversation)
             order by noted_at desc, id desc
            """)) {
      house
          .noor
          .<List<String>>in(transaction ->
              transaction
                  .sql(sql)
                  .with("restaurant", house.noor.restaurantId)
                  .with("conversation", conversation)
                  .list(row -> row.text("QUERY PLAN")))
          .forEach(System.out::println);
    }
  }
}
