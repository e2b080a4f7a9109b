package com.crmres.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.channel.ChannelNumber;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.server.assistant.TurnQueue;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Selection;
import com.crmres.server.customer.Customers;
import com.crmres.server.event.EventLog;
import com.crmres.server.identity.MovableClock;
import com.crmres.server.whatsapp.number.Numbers;
import com.crmres.server.whatsapp.outbox.OutboxQueue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A house that worked under version 7 of the schema goes on under the newest one with everything
/// it had.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeTest {

  private static final String BEFORE = "7";
  private static final String NUMBER = "109876543210987";
  private static final String PAUSED_NUMBER = "209876543210987";
  private static final UUID RESTAURANT = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final UUID THREAD = UUID.fromString("01900000-0000-7000-8000-000000000021");
  private static final UUID PAUSED_THREAD = UUID.fromString("01900000-0000-7000-8000-000000000022");
  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

  /// Two customers with a thread each, one on a number that was paused, messages in every state of
  /// the outbox, a turn that nobody has answered, and what WhatsApp delivered a moment ago.
  private static final String HOUSE =
      """
      insert into restaurant (restaurant_id, name_ar, name_en, created_at)
      values ('01900000-0000-7000-8000-000000000001', 'نور', 'Noor', now());
      insert into branch (restaurant_id, id, code, name_ar, name_en, address_ar, address_en, zone,
                          latitude, longitude, hours)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002', 'A',
              'العليا', 'Olaya', 'شارع', 'Street', 'Asia/Riyadh', 24.7, 46.7, '{}');
      insert into customer (restaurant_id, id, name, language, created_at)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000011',
              'Sara', 'saudi', now()),
             ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000012',
              null, null, now());
      insert into customer_identifier (restaurant_id, kind, value, customer_id, since, until)
      values ('01900000-0000-7000-8000-000000000001', 'phone', '966500000001',
              '01900000-0000-7000-8000-000000000011', now(), null),
             ('01900000-0000-7000-8000-000000000001', 'user_id', 'SA.1',
              '01900000-0000-7000-8000-000000000011', now(), null),
             ('01900000-0000-7000-8000-000000000001', 'username', 'sara',
              '01900000-0000-7000-8000-000000000011', now(), now()),
             ('01900000-0000-7000-8000-000000000001', 'phone', '966500000002',
              '01900000-0000-7000-8000-000000000012', now(), null);
      insert into whatsapp_number (restaurant_id, phone_number_id, messages_per_second, tokens,
                                   paused_until)
      values ('01900000-0000-7000-8000-000000000001', '109876543210987', 80, 0.5, null),
             ('01900000-0000-7000-8000-000000000001', '209876543210987', 20, 0,
              now() + interval '1 hour');
      insert into conversation (restaurant_id, id, customer_id, phone_number_id, branch_id, status,
                                answerer, unread, window_until, last_sequence, last_message_at, created_at)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000021',
              '01900000-0000-7000-8000-000000000011', '109876543210987',
              '01900000-0000-7000-8000-000000000002', 'active', 'assistant', 1,
              timestamptz '2026-11-23T17:00Z', 7, timestamptz '2026-11-22T17:00Z', now()),
             ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000022',
              '01900000-0000-7000-8000-000000000012', '209876543210987', null, 'escalated', 'staff', 2,
              timestamptz '2026-11-23T17:00Z', 1, timestamptz '2026-11-22T16:00Z', now());
      insert into message (restaurant_id, id, conversation_id, sequence, sender, content, raw, status,
                           wamid, at, received_at)
      select '01900000-0000-7000-8000-000000000001',
             cast('01900000-0000-7000-8000-0000000001' || lpad(place::text, 2, '0') as uuid),
             '01900000-0000-7000-8000-000000000021', place, sender,
             jsonb_build_object('type', 'text', 'text', words), '{}', status, wamid,
             timestamptz '2026-11-22T16:50Z' + make_interval(mins => place), now()
        from (values (1, 'customer', 'hello', null, 'wamid.in.1'),
                     (2, 'ai', 'accepted', 'delivered', 'wamid.out.2'),
                     (3, 'ai', 'failed', 'failed', null), (4, 'ai', 'held', 'failed', null),
                     (5, 'ai', 'in_doubt', 'queued', null), (6, 'ai', 'sending', 'queued', null),
                     (7, 'ai', 'pending', 'queued', null)) m (place, sender, words, status, wamid);
      insert into message (restaurant_id, id, conversation_id, sequence, sender, content, status, at, received_at)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000201',
              '01900000-0000-7000-8000-000000000022', 1, 'staff', '{"type": "text", "text": "paused"}',
              'queued', timestamptz '2026-11-22T16:00Z', now());
      insert into message_status (restaurant_id, message_id, status, reported_at)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000102', 'sent', now()),
             ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000102', 'delivered',
              now());
      insert into outbox (restaurant_id, message_id, conversation_id, phone_number_id, sequence,
                          when_in_doubt, state, attempts, doubts, leased_until, doubt_since,
                          doubt_listened, wamid)
      select m.restaurant_id, m.id, m.conversation_id, c.phone_number_id, m.sequence, 'hold',
             case when m.sender = 'staff' then 'pending' else m.content ->> 'text' end, 1, 1,
             case when m.content ->> 'text' = 'sending' then now() - interval '1 minute' end,
             case when m.content ->> 'text' = 'in_doubt' then now() end,
             case when m.content ->> 'text' = 'in_doubt' then 0 end, m.wamid
        from message m join conversation c on c.id = m.conversation_id where m.sender <> 'customer';
      insert into turn (restaurant_id, id, conversation_id, opened_at, due_at, last_sequence)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000031',
              '01900000-0000-7000-8000-000000000021', now(), now(), 1);
      insert into assistant_memory (restaurant_id, conversation_id, updated_at)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000021', now());
      insert into webhook_delivery (body) values ('{}');
      insert into webhook_unit (lane, delivery_id, place, customer_key, phone_number_id, payload, received_at)
      values (1, 1, 0, '966500000001', '109876543210987', '{"message": {}}', now());
      insert into live_event (restaurant_id, happened_at, event)
      values ('01900000-0000-7000-8000-000000000001', now(), '{}');
      """;

  private final DatabaseAddress owner = TestDatabase.empty();
  private final Database database;
  private final MovableClock clock = new MovableClock(NOW);
  private final Ids ids = Ids.timeOrdered();
  private final Conversations conversations =
      new Conversations(
          new Customers(clock, ids),
          new OutboxQueue(() -> {}),
          new TurnQueue(new TurnQueue.Pace(Duration.ofMillis(1500), Duration.ofSeconds(6)), ids),
          new EventLog(clock, () -> {}),
          clock,
          ids,
          Duration.ofMinutes(30));

  UpgradeTest() throws SQLException {
    // Another database of the same server has the application's role already.
    TestDatabase.fresh().close();
    Migrations.flyway(owner, BEFORE).migrate();
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        var statement = connection.createStatement()) {
      statement.execute("select set_config('app.restaurant', '" + RESTAURANT + "', false)");
      statement.execute("select set_config('app.scope', 'system', false)");
      statement.execute(HOUSE);
    }
    database = new Database(Migrations.migrate(owner), 4);
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void conversationsAndTheirMessagesAreShownAsBefore() {
    List<ConversationSummary> all =
        database.inRestaurant(
            RESTAURANT,
            transaction ->
                conversations
                    .transcript()
                    .list(
                        transaction,
                        RESTAURANT,
                        Selection.of(
                            Set.of(UUID.fromString("01900000-0000-7000-8000-000000000002"))),
                        null,
                        10));

    assertThat(all).extracting(ConversationSummary::id).containsExactly(THREAD, PAUSED_THREAD);
    assertThat(all.getFirst().channel().standby()).isFalse();
    assertThat(all.getFirst().customer().phone()).isEqualTo("966500000001");
    List<MessageDetails> messages =
        database.inRestaurant(
            RESTAURANT,
            transaction ->
                conversations.transcript().messages(transaction, RESTAURANT, THREAD, null, 10));
    assertThat(messages.reversed())
        .extracting(message -> message.content().preview())
        .containsExactly("hello", "accepted", "failed", "held", "in_doubt", "sending", "pending");
    assertThat(messages.reversed().get(1).status()).isEqualTo(DeliveryStatus.DELIVERED);
  }

  /// Nothing that was sent goes out again, and nothing that was not is forgotten.
  @Test
  void everyMessageOfTheOutboxStandsWhereItStood() {
    Map<String, String> states = new TreeMap<>();
    database.inRestaurant(
        RESTAURANT,
        transaction ->
            transaction
                .sql(
                    """
                    select m.content ->> 'text' as words, o.state || ' ' || o.attempts as state
                      from outbox o join message m on m.id = o.message_id
                    """)
                .list(row -> states.put(row.text("words"), row.text("state"))));

    assertThat(states)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "accepted", "accepted 1",
                "failed", "failed 1",
                "held", "held 1",
                "in_doubt", "in_doubt 1",
                "sending", "sending 1",
                "pending", "pending 1",
                "paused", "pending 1"));
  }

  /// A pause of version 7 was a guess for a minute; what is still wrong shows with the next
  /// message.
  @Test
  void bothNumbersSendAtTheirOldPace() {
    List<ChannelNumber> numbers =
        database.inRestaurant(
            RESTAURANT, transaction -> new Numbers(database).list(transaction, RESTAURANT));

    assertThat(numbers)
        .extracting(number ->
            number.phoneNumberId() + " " + number.messagesPerSecond() + " " + number.pause())
        .containsExactly(NUMBER + " 80.0 null", PAUSED_NUMBER + " 20.0 null");
  }

  @Test
  void whatWasDeliveredAndNotYetDoneIsStillThere() {
    assertThat(count("webhook_delivery") + count("webhook_unit")).isEqualTo(2);
    assertThat(count("turn")).isEqualTo(1);
  }

  private long count(String table) {
    return database.inSystem(transaction ->
        transaction.sql("select count(*) as n from " + table).one(row -> row.number("n")));
  }
}
