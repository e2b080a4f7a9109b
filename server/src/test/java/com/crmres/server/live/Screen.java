package com.crmres.server.live;

import com.crmres.common.live.LiveFrame;
import com.crmres.common.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A screen that listens to the live channel; it reads on only while it is awake.
final class Screen implements WebSocket.Listener, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final BlockingQueue<LiveFrame> frames = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private final boolean sleepsAfterFirst;
  private final WebSocket socket;
  private volatile int closeCode;

  /// Connects.
  ///
  /// @param query with its question mark; may be empty
  /// @param sleepsAfterFirst whether it reads one frame and no more
  Screen(HttpClient http, int port, String authorization, String query, boolean sleepsAfterFirst) {
    this.sleepsAfterFirst = sleepsAfterFirst;
    this.socket =
        http.newWebSocketBuilder()
            .header("Authorization", authorization)
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/v1/live" + query), this)
            .join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      frames.add(Json.read(part.toString(), LiveFrame.class));
      part.setLength(0);
    }
    if (!sleepsAfterFirst || !last) {
      from.request(1);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closeCode = status;
    return null;
  }

  LiveFrame next() throws InterruptedException {
    LiveFrame frame = frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (frame == null) {
      throw new AssertionError("the screen heard nothing");
    }
    return frame;
  }

  /// The events heard before the screen has caught up.
  List<LiveFrame.Happened> untilCaughtUp() throws InterruptedException {
    List<LiveFrame.Happened> events = new ArrayList<>();
    while (true) {
      switch (next()) {
        case LiveFrame.Happened event -> events.add(event);
        case LiveFrame.CaughtUp _ -> {
          return events;
        }
        case LiveFrame.Pulse _ -> {}
        case LiveFrame.Resync _ -> throw new AssertionError("told to load its lists again");
      }
    }
  }

  LiveFrame.Happened nextEvent() throws InterruptedException {
    LiveFrame frame = next();
    while (frame instanceof LiveFrame.Pulse) {
      frame = next();
    }
    return (LiveFrame.Happened) frame;
  }

  int closeCode() {
    return closeCode;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
