package com.crmres.desktop.connection;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ServerHandshake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One attempt at the live channel. A new one is made each time, because the library's own
/// reconnection keeps old headers and has hung.
final class LiveSocket extends WebSocketClient {

  interface Heard {
    void text(LiveSocket from, String text);
  }

  interface Closed {
    void closed(LiveSocket from, int code, String reason);
  }

  private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);
  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  private final String token;
  private final Heard heard;
  private final Closed closed;
  private volatile long lastSign = System.nanoTime();

  LiveSocket(URI uri, String token, Heard heard, Closed closed) {
    super(
        uri, new Draft_6455(), Map.of("Authorization", "Bearer " + token), CONNECT_TIMEOUT_MILLIS);
    this.token = token;
    this.heard = heard;
    this.closed = closed;
    setTcpNoDelay(true);
    // The server's pulse is watched instead.
    setConnectionLostTimeout(0);
    setDaemon(true);
  }

  String token() {
    return token;
  }

  Duration silentFor() {
    return Duration.ofNanos(System.nanoTime() - lastSign);
  }

  /// Closes without waiting for the other side, which may be gone.
  void hangUp() {
    closeConnection(1000, "");
  }

  @Override
  public void onOpen(ServerHandshake handshake) {
    lastSign = System.nanoTime();
  }

  @Override
  public void onMessage(String text) {
    lastSign = System.nanoTime();
    heard.text(this, text);
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    closed.closed(this, code, reason == null ? "" : reason);
  }

  /// The library closes after it; only the kind is worth a line.
  @Override
  public void onError(Exception e) {
    log.info("live channel: {}", e.getClass().getSimpleName());
  }
}
