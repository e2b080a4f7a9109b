package com.crmres.server.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.Flyway;

/// Brings a database to the newest schema as its owner, and makes the role the application works
/// as.
public final class Migrations {

  /// The role of the running server: it owns nothing and is bound by row-level security.
  private static final String APPLICATION_ROLE = "crm_app";

  private static final String WRONG_PASSWORD = "28P01";
  private static final int PATIENCE_SECONDS = 5;
  static final int OLDEST_VERSION = 150_000;

  private Migrations() {}

  /// Migrates as `owner`.
  ///
  /// @return the address for the application role
  /// @throws DatabaseException if the server is too old, or the owner may not make the role
  public static DatabaseAddress migrate(DatabaseAddress owner) {
    DatabaseAddress application =
        new DatabaseAddress(owner.url(), APPLICATION_ROLE, applicationPassword(owner));
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      refuseOldServer(connection);
      makeRole(statement, application.password());
      if (!isLetIn(application)) {
        statement.execute(
            "alter role %s password '%s'".formatted(APPLICATION_ROLE, application.password()));
      }
    } catch (SQLException e) {
      throw new DatabaseException("the database cannot be prepared for " + APPLICATION_ROLE, e);
    }
    flyway(owner).migrate();
    return application;
  }

  static Flyway flyway(DatabaseAddress owner) {
    return flyway(owner, "latest");
  }

  /// Up to a version of the schema.
  static Flyway flyway(DatabaseAddress owner, String version) {
    return Flyway.configure()
        .target(version)
        .dataSource(owner.url(), owner.user(), owner.password())
        .locations("classpath:db/migration")
        .placeholders(Map.of("application", APPLICATION_ROLE))
        .load();
  }

  private static void refuseOldServer(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("show server_version_num")) {
      version.next();
      if (version.getInt(1) < OLDEST_VERSION) {
        throw new SQLException("PostgreSQL 15 or newer is needed, this is " + version.getInt(1));
      }
    }
  }

  /// Several nodes may start at once: the lock lets one of them make the role.
  private static void makeRole(Statement statement, String password) throws SQLException {
    statement.execute(
        """
        do $$
        begin
          perform pg_advisory_xact_lock(hashtext('crm_app'));
          if not exists (select from pg_roles where rolname = '%1$s') then
            create role %1$s login noinherit password '%2$s';
          end if;
        end
        $$
        """
            .formatted(APPLICATION_ROLE, password));
  }

  /// After the owner's password was changed the role still has the one derived from the old.
  private static boolean isLetIn(DatabaseAddress application) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            application.url(), application.user(), application.password())) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /// Derived from the owner's password, so that every node knows it and nobody has to keep it.
  private static String applicationPassword(DatabaseAddress owner) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              ("crm-res:" + owner.password()).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal(APPLICATION_ROLE.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
