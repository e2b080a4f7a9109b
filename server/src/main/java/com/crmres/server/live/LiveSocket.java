package com.crmres.server.live;

import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.live.LiveFrame;
import com.crmres.common.ordering.AlarmRung;
import com.crmres.common.wire.Json;
import com.crmres.server.identity.Principal;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One open screen: says first what it missed, then what happens, until it closes or falls behind.
///
/// Only the writer thread touches the session. A screen that does not read blocks the writer; its
/// queue fills up and it is cut off by interrupting the writer: it will come back with its last
/// position.
final class LiveSocket implements WsListener, LiveFeed.Listener {

  private static final Set<Role> NOTICED = Set.of(Role.OWNER, Role.MANAGER, Role.AUDITOR);
  private static final Logger LOG = System.getLogger(LiveSocket.class.getName());

  /// Frames that may wait for a slow screen.
  private static final int MOST_WAITING = 1_000;

  private static final Duration PULSE = Duration.ofSeconds(10);
  private static final Duration SILENCE_LIMIT = Duration.ofSeconds(45);

  private static final int TOKEN_EXPIRED = 4401;
  private static final int TOO_SLOW = 4409;
  private static final int GOING_AWAY = 1001;
  private static final int NORMAL = 1000;

  private final LiveFeed feed;
  private final LiveGate gate;
  private final Clock clock;
  private final Set<LiveSocket> open;
  private final BlockingQueue<LoggedEvent> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile LiveGate.@Nullable Admitted admitted;
  private volatile @Nullable WsSession session;
  private volatile @Nullable Thread writer;
  private volatile @Nullable BufferData pingToAnswer;
  private volatile Instant lastHeard;
  private volatile boolean goingAway;
  private volatile boolean tooSlow;

  /// Makes a socket for a connection that may yet be refused.
  ///
  /// @param open where it stands while it is open
  LiveSocket(LiveFeed feed, LiveGate gate, Clock clock, Set<LiveSocket> open) {
    this.feed = feed;
    this.gate = gate;
    this.clock = clock;
    this.open = open;
    this.lastHeard = clock.instant();
  }

  @Override
  public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers)
      throws WsUpgradeException {
    admitted = gate.admit(prologue, headers);
    return Optional.empty();
  }

  @Override
  public void onOpen(WsSession opened) {
    session = opened;
    open.add(this);
    writer = Thread.ofVirtual().name("live-screen").start(this::write);
  }

  @Override
  public void onMessage(WsSession from, String text, boolean last) {
    lastHeard = clock.instant();
  }

  @Override
  public void onPing(WsSession from, BufferData data) {
    lastHeard = clock.instant();
    pingToAnswer = data;
  }

  @Override
  public void onPong(WsSession from, BufferData data) {
    lastHeard = clock.instant();
  }

  @Override
  public void onClose(WsSession from, int status, String reason) {
    end();
  }

  @Override
  public void onError(WsSession from, Throwable failure) {
    end();
  }

  @Override
  public void hear(LoggedEvent event) {
    LiveGate.Admitted screen = admitted;
    if (screen != null && concerns(screen, event) && !queue.offer(event)) {
      tooSlow = true;
      end();
    }
  }

  /// Tells the screen that the server stops; it comes back to another node, or later.
  void goAway() {
    goingAway = true;
  }

  /// Ends the screen's connection, whatever its writer is doing.
  private void end() {
    if (ended.compareAndSet(false, true)) {
      feed.detach(this);
      open.remove(this);
      Thread thread = writer;
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  private void write() {
    WsSession screenSession = session;
    LiveGate.Admitted screen = admitted;
    if (screenSession == null || screen == null) {
      return;
    }
    try {
      Position reached = catchUp(screenSession, screen);
      if (reached != null) {
        follow(screenSession, screen, reached);
      }
    } catch (InterruptedException _) {
      cutOff(screenSession);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "a screen is gone", e);
    } finally {
      end();
      // The end may have come from outside before the writer attached.
      feed.detach(this);
    }
  }

  /// Interrupted between two frames; in the midst of one the connection is closed already.
  private void cutOff(WsSession screenSession) {
    LOG.log(Level.DEBUG, "a screen was cut off");
    if (tooSlow) {
      try {
        screenSession.close(TOO_SLOW, "too slow");
      } catch (RuntimeException e) {
        LOG.log(Level.DEBUG, "a slow screen is gone", e);
      }
    }
  }

  /// Says what was missed since the position the screen gave.
  ///
  /// @return where it stands after that; null if it has to load its lists again
  private @Nullable Position catchUp(WsSession screenSession, LiveGate.Admitted screen) {
    Position from = screen.after();
    if (from != null && !feed.canResume(from)) {
      say(screenSession, new LiveFrame.Resync(feed.here().text()));
      screenSession.close(NORMAL, "resync");
      return null;
    }
    Position now = feed.attach(this);
    Position reached = from == null ? now : from;
    while (now.isAfter(reached)) {
      List<LoggedEvent> page = feed.history(screen.principal().restaurantId(), reached, now);
      for (LoggedEvent event : page) {
        if (concerns(screen, event)) {
          screenSession.send(event.frame(), true);
        }
      }
      reached = page.isEmpty() ? now : page.getLast().position();
    }
    say(screenSession, new LiveFrame.CaughtUp(reached.text()));
    return reached;
  }

  private void follow(WsSession screenSession, LiveGate.Admitted screen, Position from)
      throws InterruptedException {
    Position reached = from;
    Instant pulseAt = clock.instant().plus(PULSE);
    while (!ended.get()) {
      LoggedEvent event = queue.poll(200, TimeUnit.MILLISECONDS);
      if (event != null && event.position().isAfter(reached)) {
        screenSession.send(event.frame(), true);
        reached = event.position();
      }
      answerPing(screenSession);
      Instant now = clock.instant();
      if (!now.isBefore(pulseAt)) {
        pulseAt = now.plus(PULSE);
        say(screenSession, new LiveFrame.Pulse(reached.text(), now));
        screenSession.ping(BufferData.create(new byte[] {1}));
      }
      if (closedFor(screenSession, screen, now)) {
        return;
      }
    }
  }

  private boolean closedFor(WsSession screenSession, LiveGate.Admitted screen, Instant now) {
    if (goingAway) {
      screenSession.close(GOING_AWAY, "the server stops");
      return true;
    }
    if (!now.isBefore(screen.until())) {
      screenSession.close(TOKEN_EXPIRED, "the token has expired");
      return true;
    }
    return lastHeard.plus(SILENCE_LIMIT).isBefore(now);
  }

  private void answerPing(WsSession screenSession) {
    BufferData ping = pingToAnswer;
    if (ping != null) {
      pingToAnswer = null;
      screenSession.pong(ping);
    }
  }

  private static void say(WsSession screenSession, LiveFrame frame) {
    screenSession.send(Json.write(frame), true);
  }

  /// A kitchen hears of orders only, a branch's staff of their branch only; the channel is for
  /// those who answer for it.
  private static boolean concerns(LiveGate.Admitted screen, LoggedEvent event) {
    Principal principal = screen.principal();
    return event.restaurantId().equals(principal.restaurantId())
        && principal.sees(event.branchId())
        && (event.branchId() == null
            || screen.branches().contains(event.branchId())
            || (isForManagers(event.event()) && NOTICED.contains(principal.role())))
        && (principal.role() != Role.KITCHEN || isForKitchen(event.event()))
        && (!(event.event() instanceof LiveEvent.ChannelNoticed)
            || NOTICED.contains(principal.role()));
  }

  /// Whether managers hear it whichever of their branches they look at.
  private static boolean isForManagers(LiveEvent event) {
    return event instanceof LiveEvent.OrderAlarm alarm
        && alarm.rung().compareTo(AlarmRung.MANAGERS) >= 0;
  }

  private static boolean isForKitchen(LiveEvent event) {
    return switch (event) {
      case LiveEvent.OrderChanged _,
          LiveEvent.AvailabilityChanged _,
          LiveEvent.TicketChanged _,
          LiveEvent.HelpWanted _,
          LiveEvent.PrinterChanged _,
          LiveEvent.BranchStateChanged _ ->
          true;
      case LiveEvent.MessageAdded _,
          LiveEvent.MessageStatusChanged _,
          LiveEvent.MessageChanged _,
          LiveEvent.ChannelNoticed _,
          LiveEvent.ConversationChanged _,
          LiveEvent.ThreadsRearranged _,
          LiveEvent.SuggestionChanged _,
          LiveEvent.TaskChanged _,
          LiveEvent.PosDriftChanged _,
          LiveEvent.OrderAlarm _,
          LiveEvent.PaymentChanged _,
          LiveEvent.PaymentTaskChanged _,
          LiveEvent.NoteChanged _,
          LiveEvent.StaffWrites _,
          LiveEvent.CartChanged _,
          LiveEvent.Unknown _ ->
          false;
    };
  }
}
