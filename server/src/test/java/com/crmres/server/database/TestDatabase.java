package com.crmres.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// A fresh, migrated database on a real PostgreSQL: one server per test process, one database per
/// test class, copied from a template that was migrated once.
///
/// Use it as `static final TestDatabase DATABASE = TestDatabase.fresh();`. Nobody has to close it.
public final class TestDatabase implements AutoCloseable {

  private static final String TEMPLATE = "template_of_tests";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final DatabaseAddress owner;
  private final DatabaseAddress application;
  private final Database database;

  private TestDatabase(DatabaseAddress owner, DatabaseAddress application) {
    this.owner = owner;
    this.application = application;
    this.database = new Database(application, 10);
  }

  /// Makes a database that nobody else uses.
  public static TestDatabase fresh() {
    String name = "test_" + COUNT.incrementAndGet();
    Server.run("create database %s template %s owner crm_owner".formatted(name, TEMPLATE));
    return new TestDatabase(at(name, Server.TEMPLATE_OWNER), at(name, Server.TEMPLATE_APPLICATION));
  }

  /// An empty database that is not migrated yet, for tests of the migrations.
  public static DatabaseAddress empty() {
    return Server.POSTGRES.owner("empty_" + COUNT.incrementAndGet());
  }

  /// Works as the application does: bound by row-level security.
  public Database database() {
    return database;
  }

  /// For a second pool on the same database, as a second node would open it.
  public DatabaseAddress application() {
    return application;
  }

  /// For looking behind the wall.
  public DatabaseAddress owner() {
    return owner;
  }

  @Override
  public void close() {
    database.close();
  }

  private static DatabaseAddress at(String name, DatabaseAddress like) {
    return new DatabaseAddress(Server.url(name), like.user(), like.password());
  }

  /// The one server of the test process; started at first use, removed when the process ends.
  private static final class Server {

    private static final Path FOLDER = folder();
    private static final EmbeddedPostgres POSTGRES = start();
    private static final DatabaseAddress TEMPLATE_OWNER = POSTGRES.owner(TEMPLATE);
    private static final DatabaseAddress TEMPLATE_APPLICATION = Migrations.migrate(TEMPLATE_OWNER);

    private static EmbeddedPostgres start() {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(FOLDER);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(postgres)));
      // Tests need no durability: it is the test of the running server that kills it.
      run(postgres.port(), "alter system set fsync = off");
      run(postgres.port(), "alter system set synchronous_commit = off");
      run(postgres.port(), "select pg_reload_conf()");
      return postgres;
    }

    private static String url(String name) {
      return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(POSTGRES.port(), name);
    }

    private static void run(String sql) {
      run(POSTGRES.port(), sql);
    }

    private static void run(int port, String sql) {
      String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
      try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new DatabaseException("the test server refused: " + sql, e);
      }
    }

    private static Path folder() {
      try {
        return Files.createTempDirectory("crm-res-test-postgres");
      } catch (IOException e) {
        throw new UncheckedIOException("no folder for the test server", e);
      }
    }

    /// Hundreds of databases are hundreds of thousands of files: nobody waits until they are gone.
    private static void remove(EmbeddedPostgres postgres) {
      postgres.close();
      try {
        new ProcessBuilder("rm", "-rf", FOLDER.toString()).start();
      } catch (IOException e) {
        throw new UncheckedIOException("the folder of the test server remains: " + FOLDER, e);
      }
    }
  }
}
