package com.crmres.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/// How a database stands that the server works on or shall work on; looking changes nothing.
///
/// @param versionNumber as PostgreSQL counts, for example 180001
/// @param isEmpty whether no server has worked on it yet
/// @param roleBypassesWalls whether the application's role is not bound by row-level security
/// @param openTables tables with a restaurant's rows and no forced wall before them
/// @param pending migrations that the next start will carry out
/// @param failed migrations that broke off
public record DatabaseCondition(
    int versionNumber,
    boolean isEmpty,
    boolean roleBypassesWalls,
    List<String> openTables,
    List<String> pending,
    List<String> failed) {

  private static final String EMPTY = "select to_regclass('public.restaurant') is null";
  private static final String BYPASSES =
      """
      select coalesce(bool_or(r.rolsuper or r.rolbypassrls
                              or exists (select 1 from pg_class c
                                          where c.relowner = r.oid and c.relname = 'restaurant')), true)
        from pg_roles r where r.rolname = 'crm_app'
      """;
  private static final String OPEN =
      """
      select c.relname from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'restaurant_id' and not a.attisdropped
       where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
       order by 1
      """;

  public DatabaseCondition {
    openTables = List.copyOf(openTables);
    pending = List.copyOf(pending);
    failed = List.copyOf(failed);
  }

  /// Looks as the owner.
  ///
  /// @throws DatabaseException if it cannot be reached
  public static DatabaseCondition of(DatabaseAddress owner) {
    try (Connection connection =
        DriverManager.getConnection(limited(owner.url()), owner.user(), owner.password())) {
      int version = Integer.parseInt(column(connection, "show server_version_num").getFirst());
      boolean empty = isTrue(connection, EMPTY);
      MigrationInfoService migrations = Migrations.flyway(owner).info();
      return new DatabaseCondition(
          version,
          empty,
          !empty && isTrue(connection, BYPASSES),
          column(connection, OPEN),
          names(migrations.pending()),
          Arrays.stream(migrations.all())
              .filter(migration -> migration.getState().isFailed())
              .map(MigrationInfo::getScript)
              .toList());
    } catch (SQLException e) {
      throw new DatabaseException("the database cannot be reached", e);
    }
  }

  /// PostgreSQL's version as people say it.
  public String version() {
    return versionNumber / 10_000 + "." + versionNumber % 10_000;
  }

  public boolean isNewEnough() {
    return versionNumber >= Migrations.OLDEST_VERSION;
  }

  private static List<String> names(MigrationInfo[] migrations) {
    return Arrays.stream(migrations).map(MigrationInfo::getScript).toList();
  }

  private static String limited(String url) {
    return url + (url.contains("?") ? "&" : "?") + "connectTimeout=5&socketTimeout=15";
  }

  private static boolean isTrue(Connection connection, String sql) throws SQLException {
    return column(connection, sql).getFirst().equals("t");
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }
}
