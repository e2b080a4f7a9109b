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
import java.util.concurrent.atomic.AtomicReference;

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
  private final AtomicReference<Way> breaks = new AtomicReference<>(Way.NONE);

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
    breaks.set(Way.BACK);
  }

  /// Breaks when the next request is on its way: it never arrives.
  void breakAtTheNextRequest() {
    breaks.set(Way.THERE);
  }

  /// Which way something is passed on.
  private enum Way {
    NONE,
    THERE,
    BACK
  }

  void putBack() {
    breaks.set(Way.NONE);
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
      if (port == livePort) {
        server.getOutputStream().write(first);
        threads.execute(() -> pump(server, caller));
        pump(caller, server);
      } else if (!isCutHere(Way.THERE)) {
        server.getOutputStream().write(first);
        threads.execute(() -> pass(server, caller, Way.BACK));
        pass(caller, server, Way.THERE);
      }
    } catch (IOException e) {
      cut(caller);
    }
  }

  private void pass(Socket from, Socket to, Way way) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      byte[] some = new byte[8192];
      int count = in.read(some);
      while (count >= 0) {
        if (isCutHere(way)) {
          return;
        }
        to.getOutputStream().write(some, 0, count);
        count = in.read(some);
      }
    } catch (IOException e) {
      cut(to);
    }
  }

  private boolean isCutHere(Way way) {
    boolean here = breaks.compareAndSet(way, Way.NONE);
    if (here) {
      pullOut();
    }
    return here;
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
