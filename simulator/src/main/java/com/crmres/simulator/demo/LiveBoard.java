package com.crmres.simulator.demo;

import com.crmres.common.live.LiveFrame;
import com.crmres.common.live.LivePosition;
import com.crmres.common.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;

/// A staff screen's ear: hears the live channel and, after a loss, goes on from the last position.
final class LiveBoard implements AutoCloseable {

  private static final int SECONDS_OF_SILENCE = 30;

  private final StaffDesk desk;
  private final Consumer<LiveFrame.Happened> listener;
  private final Thread listening;
  private volatile @Nullable String position;
  private volatile @Nullable Ear ear;

  LiveBoard(StaffDesk desk, Consumer<LiveFrame.Happened> listener) {
    this.desk = desk;
    this.listener = listener;
    this.listening = Thread.ofVirtual().name("live-board").unstarted(this::listen);
  }

  void open() throws IOException, InterruptedException {
    position = desk.get("/v1/live/position", LivePosition.class).position();
    listening.start();
  }

  @Override
  public void close() {
    listening.interrupt();
    Ear open = ear;
    if (open != null) {
      open.close();
    }
  }

  private void listen() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        listenOnce();
        Thread.sleep(300);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void listenOnce() throws InterruptedException {
    try {
      Ear next = new Ear(desk.signIn().accessToken());
      ear = next;
      if (next.connectBlocking()) {
        next.closed.await();
      }
    } catch (IOException serverAway) {
      // The server is being restarted: the next round tries again from the same position.
      ear = null;
    }
  }

  private URI address() {
    String base = desk.server().toString().replaceFirst("^http", "ws");
    return URI.create(base + "/v1/live?after=" + StaffDesk.encoded(String.valueOf(position)));
  }

  private void take(LiveFrame frame) {
    switch (frame) {
      case LiveFrame.Happened happened -> {
        listener.accept(happened);
        position = happened.position();
      }
      case LiveFrame.CaughtUp caughtUp -> position = caughtUp.position();
      case LiveFrame.Pulse pulse -> position = pulse.position();
      case LiveFrame.Resync resync -> position = resync.position();
    }
  }

  /// One connection.
  private final class Ear extends WebSocketClient {

    private final CountDownLatch closed = new CountDownLatch(1);

    Ear(String token) {
      super(address(), Map.of("Authorization", "Bearer " + token));
      setConnectionLostTimeout(SECONDS_OF_SILENCE);
      setTcpNoDelay(true);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onMessage(String message) {
      take(Json.read(message, LiveFrame.class));
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
      closed.countDown();
    }

    @Override
    public void onError(Exception failure) {
      close();
    }
  }
}
