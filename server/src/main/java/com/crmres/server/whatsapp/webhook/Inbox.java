package com.crmres.server.whatsapp.webhook;

import com.crmres.server.database.DatabaseAddress;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Makes raw deliveries durable, many in one commit: what queued up during a commit is the next
/// batch.
///
/// Its writers have connections of their own, so that a busy pool never delays WhatsApp.
public final class Inbox {

  private static final Logger LOG = System.getLogger(Inbox.class.getName());
  private static final int WRITERS = 4;
  private static final int MOST_WAITING = 4_096;

  /// A flood of huge deliveries is refused before it fills the memory.
  private static final long MOST_BYTES_WAITING = 192L * 1024 * 1024;

  private static final int MOST_IN_BATCH = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// A sender who has waited this long is waiting too long.
  private static final Duration PRESSED = Duration.ofMillis(20);

  private static final Duration STEP_ASIDE = Duration.ofMillis(4);
  private static final int MOST_STEPS_ASIDE = 12;
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

  private final DatabaseAddress address;
  private final Runnable wakeSplitter;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong bytesWaiting = new AtomicLong();
  private final List<Thread> writers = new ArrayList<>();
  private volatile boolean stopped;
  private volatile long lastRefusal = Long.MIN_VALUE;

  /// A delivery whose sender waits for our answer.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Waiting(byte[] body, long since, CompletableFuture<Boolean> kept) {}

  /// Makes an inbox; [#start] sets its writers going.
  ///
  /// @param wakeSplitter told after each commit
  public Inbox(DatabaseAddress address, Runnable wakeSplitter) {
    this.address = address;
    this.wakeSplitter = wakeSplitter;
  }

  public void start() {
    for (int i = 0; i < WRITERS; i++) {
      writers.add(Thread.ofVirtual().name("inbox-" + i).start(this::write));
    }
  }

  /// Keeps a delivery; returns only after it is on disk.
  ///
  /// @return false if it could not be kept, and WhatsApp must deliver it again
  boolean keep(byte[] body) throws InterruptedException {
    Waiting waiting = new Waiting(body, System.nanoTime(), new CompletableFuture<>());
    boolean fits = bytesWaiting.addAndGet(body.length) <= MOST_BYTES_WAITING;
    boolean kept;
    try {
      kept = fits && !stopped && queue.offer(waiting) && awaitCommit(waiting);
    } finally {
      bytesWaiting.addAndGet(-body.length);
    }
    if (!kept) {
      lastRefusal = System.nanoTime();
    }
    return kept;
  }

  /// Whether every delivery of the last `span` could be kept: then we have heard what there was to
  /// hear.
  public boolean heardEverything(Duration span) {
    long refusal = lastRefusal;
    return !stopped && (refusal == Long.MIN_VALUE || System.nanoTime() - refusal > span.toNanos());
  }

  /// Lets senders go first who have waited too long: work that can wait calls this before each
  /// piece of it. It never holds work up for more than a moment, so that nothing starves.
  public void giveWay() {
    for (int i = 0; i < MOST_STEPS_ASIDE && isPressed(); i++) {
      LockSupport.parkNanos(STEP_ASIDE.toNanos());
    }
  }

  private boolean isPressed() {
    Waiting longest = queue.peek();
    return longest != null && System.nanoTime() - longest.since() > PRESSED.toNanos();
  }

  /// Answers what is waiting, then stops.
  public void stop() throws InterruptedException {
    stopped = true;
    for (Thread writer : writers) {
      writer.join(PATIENCE);
      writer.interrupt();
    }
  }

  private static boolean awaitCommit(Waiting waiting) throws InterruptedException {
    try {
      return waiting.kept().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      return false;
    }
  }

  private void write() {
    List<Waiting> batch = new ArrayList<>(MOST_IN_BATCH);
    while (!stopped || !queue.isEmpty()) {
      try (Connection connection = connect()) {
        while (!stopped || !queue.isEmpty()) {
          take(batch);
          if (!batch.isEmpty()) {
            insert(connection, batch);
            batch.forEach(waiting -> waiting.kept().complete(true));
            batch.clear();
            wakeSplitter.run();
          }
        }
      } catch (SQLException e) {
        LOG.log(Level.WARNING, "deliveries are refused until the database answers", e);
        refuse(batch);
        if (pauseWasInterrupted()) {
          return;
        }
      } catch (InterruptedException e) {
        refuse(batch);
        return;
      }
    }
  }

  private void take(List<Waiting> batch) throws InterruptedException {
    Waiting first = queue.poll(500, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, MOST_IN_BATCH - 1);
    }
  }

  private void refuse(List<Waiting> batch) {
    queue.drainTo(batch);
    batch.forEach(waiting -> waiting.kept().complete(false));
    batch.clear();
  }

  private static void insert(Connection connection, List<Waiting> batch) throws SQLException {
    byte[][] bodies = new byte[batch.size()][];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = batch.get(i).body();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into webhook_delivery (body) select unnest(cast(? as bytea[]))")) {
      insert.setArray(1, connection.createArrayOf("bytea", bodies));
      insert.executeUpdate();
    }
  }

  /// The scope is set for the whole session, which no other part of the server ever shares.
  private Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            address.url()
                + (address.url().contains("?") ? "&" : "?")
                + "connectTimeout=3&socketTimeout=10",
            address.user(),
            address.password());
    try (Statement statement = connection.createStatement()) {
      statement.execute("set app.scope = 'system'");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  private static boolean pauseWasInterrupted() {
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
