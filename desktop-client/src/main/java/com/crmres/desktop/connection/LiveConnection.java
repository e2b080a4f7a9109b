package com.crmres.desktop.connection;

import com.crmres.common.live.LiveFrame;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the live channel of one branch through every loss of connection.
///
/// First a position, then the lists, then the socket with that position; after a loss the socket
/// again with the last position seen. So nothing is missed, and what is heard twice does no harm.
public final class LiveConnection implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LiveConnection.class);

  private static final int TOKEN_EXPIRED = 4401;
  private static final int TOO_SLOW = 4409;
  private static final Duration BATCH_GAP = Duration.ofMillis(100);

  /// The server gives a sign of life every 10 s: two missed ones and some are a dead line.
  private static final Duration SILENCE = Duration.ofSeconds(25);

  private final LiveDoor door;
  private final UUID branchId;
  private final Executor screen;
  private final LiveListener listener;
  private final ServerClock clock;
  private final BackOff backOff;
  private final EventBatch batch;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("live").factory());

  // Only on the loop's thread.
  private @Nullable LiveSocket socket;
  private @Nullable Future<?> nextAttempt;
  private @Nullable Future<?> watch;
  private int attempt;
  private boolean closed;
  private boolean begun;

  private volatile @Nullable String position;

  private final PositionKeeper keeper;

  /// Only on the socket's thread, one after the other, and before the first of them.
  private final Absence absence = new Absence();

  /// @param keeper of the position from one start of the program to the next
  public LiveConnection(
      LiveDoor door,
      UUID branchId,
      PositionKeeper keeper,
      Executor screen,
      LiveListener listener,
      ServerClock clock,
      RandomGenerator random) {
    this.door = door;
    this.keeper = keeper;
    this.branchId = branchId;
    this.screen = screen;
    this.listener = listener;
    this.clock = clock;
    this.backOff = new BackOff(random);
    this.batch = new EventBatch(this::aLittleLater, screen, listener::happened);
  }

  public void start() {
    loop.execute(this::connect);
  }

  /// Does not wait for the next attempt's time.
  public void retryNow() {
    loop.execute(() -> {
      if (socket == null && !closed) {
        connect();
      }
    });
  }

  @Override
  public void close() {
    loop.execute(() -> {
      closed = true;
      drop();
      state(ConnectionState.CLOSED);
      // A batch that still waits would come to a screen that is gone.
      var _ = loop.shutdownNow();
    });
  }

  private void connect() {
    cancel(nextAttempt);
    if (closed) {
      return;
    }
    state(ConnectionState.CONNECTING);
    try {
      String token = door.accessToken();
      open(token, positionOrReload());
    } catch (ServerFailure failure) {
      failed(failure);
    }
  }

  private String positionOrReload() {
    String known = position;
    if (known != null) {
      return known;
    }
    String fresh = door.livePosition().position();
    String last = begun ? null : keeper.read();
    begun = true;
    if (last != null) {
      absence.begins();
    }
    String from = last == null ? fresh : last;
    position = from;
    screen.execute(listener::reload);
    return from;
  }

  private void open(String token, String after) {
    URI uri = door.liveUri(branchId, after);
    LiveSocket opened = new LiveSocket(uri, token, this::heard, this::onClose);
    socket = opened;
    opened.connect();
    watch = loop.scheduleWithFixedDelay(() -> hangUpIfSilent(opened), 5, 5, TimeUnit.SECONDS);
  }

  private void hangUpIfSilent(LiveSocket opened) {
    if (opened.silentFor().compareTo(SILENCE) > 0) {
      log.warn("live channel silent, connecting anew");
      opened.hangUp();
      lost(opened, 1006, "");
    }
  }

  /// On the socket's thread: it must not wait, or reading stops.
  private void heard(LiveSocket from, String text) {
    try {
      take(from, Wire.read(text, LiveFrame.class));
    } catch (IllegalArgumentException e) {
      // A frame of a newer server; the pulse after it carries its position.
      log.warn("a frame of the live channel was not understood");
    }
  }

  private void take(LiveSocket from, LiveFrame frame) {
    switch (frame) {
      case LiveFrame.Happened happened -> {
        position = happened.position();
        if (absence.lasts()) {
          absence.heard(happened);
        } else {
          batch.offer(happened.event());
        }
      }
      case LiveFrame.CaughtUp caughtUp -> {
        position = caughtUp.position();
        comeBack();
        keep();
        loop.execute(() -> online(from));
      }
      case LiveFrame.Pulse pulse -> {
        position = pulse.position();
        comeBack();
        keep();
        clock.heard(pulse.serverTime());
        loop.execute(() -> online(from));
      }
      case LiveFrame.Resync resync -> loop.execute(() -> startAgain(from));
    }
  }

  /// The lists may have been read before the last of what was missed: they are read once more.
  private void comeBack() {
    if (absence.lasts()) {
      List<LiveFrame.Happened> missed = absence.ends();
      if (!missed.isEmpty()) {
        screen.execute(() -> {
          listener.missed(missed);
          listener.reload();
        });
      }
    }
  }

  /// Not on the socket's thread: a disk may be slow.
  private void keep() {
    String now = position;
    if (now != null && !loop.isShutdown()) {
      loop.execute(() -> keeper.write(now));
    }
  }

  private void online(LiveSocket from) {
    if (from == socket && !closed) {
      attempt = 0;
      state(ConnectionState.ONLINE);
    }
  }

  private void startAgain(LiveSocket from) {
    if (from == socket && !closed) {
      log.info("position too old, loading the lists again");
      drop();
      var _ = absence.ends();
      position = null;
      connect();
    }
  }

  private void onClose(LiveSocket from, int code, String reason) {
    if (!loop.isShutdown()) {
      loop.execute(() -> lost(from, code, reason));
    }
  }

  private void lost(LiveSocket from, int code, String reason) {
    if (from != socket || closed) {
      return;
    }
    log.info("live channel lost, code {}", code);
    drop();
    if (code == TOO_SLOW && attempt++ == 0) {
      connect();
    } else if (code == TOKEN_EXPIRED || reason.matches(".*\\b401\\b.*")) {
      renew(from.token());
    } else {
      waitForNextAttempt();
    }
  }

  private void renew(String refused) {
    try {
      door.renew(refused);
      waitForNextAttempt();
    } catch (ServerFailure failure) {
      failed(failure);
    }
  }

  private void failed(ServerFailure failure) {
    if (failure.kind() == ServerFailure.Kind.SIGNED_OUT) {
      state(ConnectionState.SIGNED_OUT);
    } else {
      waitForNextAttempt();
    }
  }

  private void waitForNextAttempt() {
    Duration wait = backOff.before(attempt++);
    state(ConnectionState.LOST);
    nextAttempt = loop.schedule(this::connect, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void drop() {
    cancel(watch);
    cancel(nextAttempt);
    LiveSocket present = socket;
    socket = null;
    if (present != null) {
      present.hangUp();
    }
  }

  private static void cancel(@Nullable Future<?> task) {
    if (task != null) {
      task.cancel(false);
    }
  }

  private void state(ConnectionState state) {
    int tries = attempt;
    screen.execute(() -> listener.connectionIs(state, tries));
  }

  private void aLittleLater(Runnable task) {
    if (!loop.isShutdown()) {
      var _ = loop.schedule(task, BATCH_GAP.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
