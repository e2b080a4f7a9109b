package com.crmres.desktop;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.live.LiveFrame;
import com.crmres.common.wire.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/// The live channel of docs/api.md: resumes from a position, then tells what happens.
public final class FakeLive extends WebSocketServer {

  private static final int HEART_BEAT_SECONDS = 8;

  private final Restaurant restaurant;
  private final Clock clock;
  private final Predicate<String> validToken;
  private final CountDownLatch started = new CountDownLatch(1);

  /// What each `after` was, in the order of connections.
  private final List<String> askedAfter = new CopyOnWriteArrayList<>();

  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fake-heart").factory());
  private volatile boolean tooOld;

  FakeLive(Restaurant restaurant, Clock clock, Predicate<String> validToken) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.restaurant = restaurant;
    this.clock = clock;
    this.validToken = validToken;
    setReuseAddr(true);
    setDaemon(true);
  }

  void begin() {
    start();
    var _ =
        heart.scheduleWithFixedDelay(
            this::beat, HEART_BEAT_SECONDS, HEART_BEAT_SECONDS, TimeUnit.SECONDS);
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A sign of life, as the real one gives it.
  private void beat() {
    var pulse = new LiveFrame.Pulse(Integer.toString(restaurant.events()), clock.instant());
    getConnections().stream()
        .filter(connection -> connection.<Integer>getAttachment() == restaurant.events())
        .filter(WebSocket::isOpen)
        .forEach(connection -> connection.send(Json.write(pulse)));
  }

  void end() {
    heart.shutdownNow();
    try {
      stop(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public List<String> askedAfter() {
    return List.copyOf(askedAfter);
  }

  /// The next connection hears that its position is too old.
  public void nextPositionIsTooOld() {
    tooOld = true;
  }

  /// Tells everybody what he has not heard yet.
  public void tellNews() {
    getConnections().forEach(this::tellNews);
  }

  /// Whoever is just leaving hears it when he is back.
  private void tellNews(WebSocket to) {
    synchronized (to) {
      if (!to.isOpen()) {
        return;
      }
      int position = to.<Integer>getAttachment();
      for (LiveEvent event : restaurant.eventsFrom(position)) {
        position++;
        to.send(
            Json.write(new LiveFrame.Happened(Integer.toString(position), clock.instant(), event)));
      }
      to.setAttachment(position);
    }
  }

  public void cutOff(int code) {
    getConnections().forEach(connection -> connection.close(code));
  }

  @Override
  public void onOpen(WebSocket connection, ClientHandshake handshake) {
    String after = handshake.getResourceDescriptor().replaceFirst(".*[?&]after=", "");
    connection.setAttachment(Integer.valueOf(after));
    if (!validToken.test(handshake.getFieldValue("Authorization"))) {
      connection.close(4401);
      return;
    }
    askedAfter.add(after);
    if (tooOld) {
      tooOld = false;
      connection.send(Json.write(new LiveFrame.Resync(Integer.toString(restaurant.events()))));
      return;
    }
    tellNews(connection);
    connection.send(Json.write(new LiveFrame.CaughtUp(connection.getAttachment().toString())));
  }

  @Override
  public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

  @Override
  public void onMessage(WebSocket connection, String message) {}

  @Override
  public void onError(WebSocket connection, Exception failure) {}

  @Override
  public void onStart() {
    started.countDown();
  }
}
