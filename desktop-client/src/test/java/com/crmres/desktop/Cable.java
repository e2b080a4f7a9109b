package com.crmres.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The network cable between program and server: one address for REST and live channel, which can
/// be pulled out and put back.
final class Cable implements AutoCloseable {

  private static final byte[] LIVE = "GET /v1/live?".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket door;
  private final int httpPort;
  private final int livePort;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean pulled;
  private volatile boolean breaks;

  Cable(int httpPort, int livePort) {
    this.httpPort = httpPort;
    this.livePort = livePort;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void pullOut() {
    pulled = true;
    ends.forEach(Cable::cut);
    ends.clear();
  }

  /// Breaks when the next answer is on its way: the server has done what was asked.
  void breakAtTheNextAnswer() {
    breaks = true;
  }

  void putBack() {
    pulled = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        if (pulled) {
          cut(caller);
        } else {
          threads.execute(() -> connect(caller));
        }
      } catch (IOException e) {
        cut(door);
      }
    }
  }

  private void connect(Socket caller) {
    try {
      ends.add(caller);
      byte[] first = caller.getInputStream().readNBytes(LIVE.length);
      int port = Arrays.equals(first, LIVE) ? livePort : httpPort;
      Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
      ends.add(server);
      server.getOutputStream().write(first);
      threads.execute(port == livePort ? () -> pump(server, caller) : () -> answer(server, caller));
      pump(caller, server);
    } catch (IOException e) {
      cut(caller);
    }
  }

  private void answer(Socket server, Socket caller) {
    try (server;
        caller) {
      InputStream in = server.getInputStream();
      byte[] some = new byte[8192];
      int count = in.read(some);
      while (count >= 0) {
        if (breaks) {
          breaks = false;
          pullOut();
          return;
        }
        caller.getOutputStream().write(some, 0, count);
        count = in.read(some);
      }
    } catch (IOException e) {
      cut(caller);
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // The cable was pulled out: both ends are closed, as they should be.
      cut(to);
    }
  }

  private static void cut(AutoCloseable end) {
    try {
      end.close();
    } catch (Exception e) {
      throw new IllegalStateException("an end could not be closed", e);
    }
  }

  @Override
  public void close() {
    cut(door);
    pullOut();
    threads.shutdownNow();
  }
}
