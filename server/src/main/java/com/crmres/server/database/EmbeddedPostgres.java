package com.crmres.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL of our own in the data folder, durable like any other, for whoever has none.
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
  private final FileChannel lock;

  private EmbeddedPostgres(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, FileChannel lock) {
    this.server = server;
    this.lock = lock;
  }

  /// Starts the server on a free port; one left behind by a killed process is stopped first.
  ///
  /// @param folder holds the binaries and the data; made if it is not there
  /// @throws UncheckedIOException if it does not start
  public static EmbeddedPostgres start(Path folder) {
    Path data = folder.resolve("data").toAbsolutePath();
    try {
      Files.createDirectories(folder);
      FileChannel lock = lock(folder);
      stopOrphan(data);
      var server =
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(folder.resolve("binaries").toAbsolutePath().toFile())
              .setPGStartupWait(START_LIMIT)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("idle_in_transaction_session_timeout", "60s")
              .setServerConfig("max_wal_size", "2GB")
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C.UTF-8")
              .start();
      return new EmbeddedPostgres(server, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL in " + folder + " does not start", e);
    }
  }

  /// The address for the owner of database `name`, which is made with its owner if it is missing.
  public DatabaseAddress owner(String name) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "select 1 from pg_roles where rolname = 'crm_owner'")) {
        statement.execute("create role crm_owner login createrole password 'local'");
      }
      if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
        statement.execute("create database " + name + " owner crm_owner");
      }
    } catch (SQLException e) {
      throw new DatabaseException("database " + name + " could not be prepared", e);
    }
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name),
        "crm_owner",
        "local");
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    try {
      server.close();
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL does not stop", e);
    }
  }

  private static boolean exists(Statement statement, String sql) throws SQLException {
    try (var rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }

  /// Holds the folder until this process ends, however it ends: a living server's database must
  /// never be taken for an orphan.
  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException("this process uses the folder already", e);
    }
    channel.close();
    throw new IOException("another CRM-RES is running on this folder");
  }

  /// Stops a server whose parent was killed: it would keep the data folder locked.
  private static void stopOrphan(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 2 || !lines.get(1).equals(data.toString())) {
      return;
    }
    ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
        .ifPresent(EmbeddedPostgres::stopFast);
  }

  /// PostgreSQL's fast shutdown is SIGINT; SIGTERM would wait for clients that are gone.
  private static void stopFast(ProcessHandle postgres) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid())).start().waitFor();
      postgres.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("an older PostgreSQL does not stop: " + postgres.pid(), e);
    }
  }
}
