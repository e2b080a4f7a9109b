package com.crmres.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Migrations move what restaurants have although their owner is bound by the walls of the tables,
/// as the owner of the server's own PostgreSQL is.
class OwnerBehindTheWallTest {

  private static final String RESTAURANT = "01900000-0000-7000-8000-000000000001";

  /// Before menus had a book, and carts somebody who looks after them.
  private static final String BEFORE = "24";

  /// A dish that costs more in its one branch, one that is sold out there, and a cart.
  private static final String HOUSE =
      """
      insert into restaurant (restaurant_id, name_ar, name_en, created_at)
      values ('01900000-0000-7000-8000-000000000001', 'نور', 'Noor', now());
      insert into branch (restaurant_id, id, code, name_ar, name_en, address_ar, address_en, zone,
                          latitude, longitude, hours)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002', 'A',
              'العليا', 'Olaya', 'شارع', 'Street', 'Asia/Riyadh', 24.7, 46.7, '{}');
      insert into menu_category (restaurant_id, id, position, name_ar, name_en)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000003', 0,
              'الكل', 'All');
      insert into menu_item (restaurant_id, id, category_id, position, name_ar, name_en,
                             description_ar, description_en, aliases, price)
      select '01900000-0000-7000-8000-000000000001', id::uuid,
             '01900000-0000-7000-8000-000000000003', 0, 'طبق', 'Dish', '', '', '{}', 1000
        from unnest(array['01900000-0000-7000-8000-000000000004',
                          '01900000-0000-7000-8000-000000000005']) as dish (id);
      insert into branch_item (restaurant_id, branch_id, item_id, available, price)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002',
              '01900000-0000-7000-8000-000000000004', true, 1200),
             ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002',
              '01900000-0000-7000-8000-000000000005', false, null);
      insert into customer (restaurant_id, id, name, language, created_at)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000011',
              'Sara', 'saudi', now());
      insert into whatsapp_number (restaurant_id, phone_number_id)
      values ('01900000-0000-7000-8000-000000000001', '109876543210987');
      insert into conversation (restaurant_id, id, customer_id, phone_number_id, status, answerer,
                                unread, last_sequence, last_message_at, created_at)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000021',
              '01900000-0000-7000-8000-000000000011', '109876543210987', 'active', 'assistant', 0, 0,
              now(), now());
      insert into cart (restaurant_id, id, conversation_id, version, lines, changed_at)
      values ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000031',
              '01900000-0000-7000-8000-000000000021', 1, '[{}]', now());
      """;

  private final DatabaseAddress owner = TestDatabase.empty();

  OwnerBehindTheWallTest() throws SQLException {
    // Another database of the same server has the application's role already.
    TestDatabase.fresh().close();
    Migrations.flyway(owner, BEFORE).migrate();
    owner(HOUSE);
  }

  @Test
  void theOwnerIsBoundByTheWalls() throws SQLException {
    assertThat(ask("select count(*) from pg_roles where rolname = current_user and not rolsuper"))
        .containsExactly("1");
    assertThat(ask("select set_config('app.restaurant', '', false)")).hasSize(1);
  }

  @Test
  void whatBranchesHadOfTheirOwnIsMoved() throws SQLException {
    Migrations.flyway(owner).migrate();

    assertThat(ask("select price from menu_price")).containsExactly("1200");
    assertThat(ask("select subject_id || ' ' || said_by from menu_absence"))
        .containsExactly("01900000-0000-7000-8000-000000000005 staff");
    assertThat(ask("select count(*) from menu_book")).containsExactly("1");
    assertThat(ask("select step from cart_watch")).containsExactly("abandon");
  }

  @Test
  void everyWallStandsAgainAfterIt() throws SQLException {
    Migrations.flyway(owner).migrate();

    assertThat(
            ask(
                """
                select relname from pg_class
                 where relnamespace = 'public'::regnamespace and relrowsecurity
                   and not relforcerowsecurity
                """))
        .isEmpty();
  }

  private List<String> ask(String question) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = connection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  private void owner(String sql) throws SQLException {
    try (Connection connection = connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connection() throws SQLException {
    Connection connection =
        DriverManager.getConnection(owner.url(), owner.user(), owner.password());
    try (var statement = connection.createStatement()) {
      statement.execute("select set_config('app.restaurant', '" + RESTAURANT + "', false)");
      statement.execute("select set_config('app.scope', 'system', false)");
    }
    return connection;
  }
}
