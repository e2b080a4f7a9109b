package com.crmres.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.identity.Role;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Channel;
import com.crmres.server.media.MediaFiles;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallTest {

  private final NoorHouse noor = new NoorHouse();
  private final UUID other = noor.ids.next();

  @BeforeAll
  void fill() {
    UUID conversation = noor.receive("966500000001", "hello");
    UUID message = noor.say(conversation, "welcome", Channel.WhenInDoubt.HOLD).id();
    noor.staff.hire(Role.AGENT);
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> {
          noor.conversations
              .channelNews()
              .report(
                  transaction,
                  noor.restaurantId,
                  message,
                  DeliveryStatus.SENT,
                  noor.clock.instant(),
                  null);
          noor.turnQueue.settled(transaction, noor.restaurantId, conversation, 2);
          new MediaFiles(noor.clock)
              .expect(
                  transaction,
                  noor.restaurantId,
                  noor.ids.next(),
                  MediaKind.IMAGE,
                  "image/jpeg",
                  "a.jpg");
        });
    noor.database.changeRestaurant(
        other,
        transaction ->
            transaction
                .sql(
                    """
                    insert into restaurant (restaurant_id, name_ar, name_en, created_at)
                    values (:id, 'ليل', 'Layl', now())
                    """)
                .with("id", other)
                .update());
  }

  @AfterAll
  void close() {
    noor.close();
  }

  @Test
  void everyTableOfARestaurantStandsBehindAForcedWall() throws SQLException {
    assertThat(
            names(
                """
                select c.relname from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'restaurant_id'
                 where c.relkind in ('r', 'p')
                   and not (c.relrowsecurity and c.relforcerowsecurity
                            and exists (select 1 from pg_policy p where p.polrelid = c.oid
                                           and p.polcmd = '*' and p.polwithcheck is not null))
                """))
        .isEmpty();
    assertThat(tables()).hasSizeGreaterThan(20);
  }

  @Test
  void tablesWithoutARestaurantAreKnownOneByOne() throws SQLException {
    assertThat(
            names(
                """
                select c.relname from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                 where c.relkind in ('r', 'p', 'v', 'm')
                   and not exists (select 1 from pg_attribute a
                                    where a.attrelid = c.oid and a.attname = 'restaurant_id')
                 order by c.relname
                """))
        .containsExactly(
            "flyway_schema_history",
            "kitchen_move",
            "listening",
            "live_epoch",
            "operator_action",
            "order_axis_transition",
            "order_transition",
            "payment_move",
            "webhook_delivery",
            "webhook_lane",
            "webhook_unit");
  }

  /// A view looks with its owner's eyes unless it is told to look with the asker's.
  @Test
  void everyViewLooksWithTheEyesOfWhoeverAsks() throws SQLException {
    assertThat(
            names(
                """
                select c.relname from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                 where c.relkind = 'm'
                    or c.relkind = 'v' and not coalesce('security_invoker=true' = any(c.reloptions), false)
                """))
        .isEmpty();
  }

  @Test
  void theApplicationOwnsNothingAndCannotStepOverTheWall() throws SQLException {
    assertThat(
            names(
                """
                select rolname from pg_roles
                 where rolname = 'crm_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                """))
        .isEmpty();
    assertThat(
            names(
                """
                select relname from pg_class where pg_get_userbyid(relowner) = 'crm_app'
                union all
                select r.rolname from pg_auth_members m
                  join pg_roles r on r.oid = m.roleid join pg_roles a on a.oid = m.member
                 where a.rolname = 'crm_app'
                union all
                select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where n.nspname = 'public' and prosecdef
                """))
        .isEmpty();
  }

  @Test
  void withoutAScopeNothingIsSeen() throws SQLException {
    List<String> seen = new ArrayList<>();
    DatabaseAddress application = noor.testDatabase.application();
    try (Connection connection =
            DriverManager.getConnection(
                application.url(), application.user(), application.password());
        var statement = connection.createStatement()) {
      for (String table : tables()) {
        try (ResultSet rows = statement.executeQuery("select 1 from " + table + " limit 1")) {
          if (rows.next()) {
            seen.add(table);
          }
        }
      }
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void anotherRestaurantsRowsAreNeitherReadNorChangedNorDeletedNorWritten() throws SQLException {
    List<String> filled = new ArrayList<>();
    for (String table : tables()) {
      List<String> own = rows(noor.restaurantId, table);
      if (!own.isEmpty()) {
        filled.add(table);
        assertUntouchable(table, own.getFirst());
      }
    }
    assertThat(filled)
        .contains(
            "assistant_memory",
            "branch",
            "conversation",
            "customer",
            "customer_identifier",
            "live_event",
            "media_file",
            "message",
            "message_status",
            "outbox",
            "restaurant",
            "staff",
            "staff_branch",
            "turn",
            "whatsapp_number");
  }

  @Test
  void theSystemSeesQueuesButNobodysWords() {
    noor.database.changeSystem(transaction -> {
      for (String table : List.of("conversation", "customer", "customer_identifier", "message")) {
        long seen =
            transaction.sql("select count(*) as n from " + table).one(row -> row.number("n"));
        assertThat(seen).as(table).isZero();
      }
    });
  }

  private void assertUntouchable(String table, String row) throws SQLException {
    String columns = String.join(", ", writable(table));
    assertThat(rows(other, table)).as("read %s", table).doesNotContain(row);
    assertThat(
            change(
                "update " + table + " set restaurant_id = restaurant_id where restaurant_id = :id"))
        .as("update %s", table)
        .isZero();
    assertThat(change("delete from " + table + " where restaurant_id = :id"))
        .as("delete %s", table)
        .isZero();
    assertThatThrownBy(() ->
            noor.database.changeRestaurant(
                other,
                transaction ->
                    transaction
                        .sql(
                            "insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_record(cast(null as %1$s), cast(:row as jsonb))"
                                .formatted(table, columns))
                        .with("row", row)
                        .update()))
        .as("insert %s", table)
        .isInstanceOf(DatabaseException.class)
        .hasStackTraceContaining("violates row-level security policy");
  }

  private long change(String sql) {
    return noor.database.inRestaurant(
        other, transaction -> transaction.sql(sql).with("id", noor.restaurantId).update());
  }

  private List<String> rows(UUID restaurant, String table) {
    return noor.database.inRestaurant(
        restaurant,
        transaction ->
            transaction
                .sql("select cast(to_jsonb(t) as text) as line from " + table + " t")
                .list(row -> row.text("line")));
  }

  private List<String> tables() throws SQLException {
    return names(
        """
        select c.relname from pg_class c
          join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'restaurant_id'
         where c.relkind in ('r', 'p')
         order by 1
        """);
  }

  /// Its columns but those that are computed from others.
  private List<String> writable(String table) throws SQLException {
    return names(
        """
        select quote_ident(column_name) from information_schema.columns
         where table_schema = 'public' and table_name = '%s' and is_generated = 'NEVER'
        """
            .formatted(table));
  }

  private List<String> names(String sql) throws SQLException {
    DatabaseAddress owner = noor.testDatabase.owner();
    List<String> names = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
