package com.crmres.server.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;

/// Wakes the other nodes: one NOTIFY for whatever was committed in the last few milliseconds.
///
/// Never inside a business transaction, where it would make all commits queue. It carries nothing
/// and may be lost: whoever hears it looks into the tables, and looks now and then anyway.
public final class Bell {

  private static final Logger LOG = System.getLogger(Bell.class.getName());
  private static final Duration GAP = Duration.ofMillis(15);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final int LISTEN_MILLIS = 1_000;

  private final DatabaseAddress address;
  private final Runnable heard;
  private final AtomicBoolean rung = new AtomicBoolean();
  private final Semaphore toRing = new Semaphore(0);
  private final Thread ringer =
      Thread.ofVirtual().name("bell-ring").unstarted(() -> repeat(this::ring));
  private final Thread listener =
      Thread.ofVirtual().name("bell-hear").unstarted(() -> repeat(this::hear));
  private volatile boolean stopped;

  /// Makes the bell; [#start] connects it.
  ///
  /// @param heard called when any node has rung
  public Bell(DatabaseAddress address, Runnable heard) {
    this.address = address;
    this.heard = heard;
  }

  public void start() {
    ringer.start();
    listener.start();
  }

  /// Something was committed that other nodes would like to know.
  public void ringSoon() {
    if (rung.compareAndSet(false, true)) {
      toRing.release();
    }
  }

  public void stop() {
    stopped = true;
    ringer.interrupt();
    listener.interrupt();
  }

  /// Work on a connection of its own, until it breaks.
  @FunctionalInterface
  private interface OnConnection {
    void run(Connection connection) throws SQLException, InterruptedException;
  }

  private void repeat(OnConnection work) {
    while (!stopped) {
      try (Connection connection =
          DriverManager.getConnection(address.url(), address.user(), address.password())) {
        work.run(connection);
      } catch (SQLException e) {
        LOG.log(Level.DEBUG, "the bell is silent until the database answers", e);
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void ring(Connection connection) throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement()) {
      while (!stopped) {
        toRing.acquire();
        Thread.sleep(GAP);
        rung.set(false);
        statement.execute("notify crm_res");
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen crm_res");
    }
    heard.run();
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (!stopped) {
      if (postgres.getNotifications(LISTEN_MILLIS).length > 0) {
        heard.run();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE);
    } catch (InterruptedException e) {
      stopped = true;
    }
  }
}
