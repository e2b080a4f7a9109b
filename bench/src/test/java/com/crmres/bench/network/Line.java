package com.crmres.bench.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/// The line between a program and its server, which breaks as a test says and can be mended.
final class Line implements AutoCloseable {

  /// Where it breaks next.
  enum Break {
    NOWHERE,
    /// The next request goes lost with it.
    AT_A_REQUEST,
    /// The next request is carried out, and its answer goes lost.
    AT_AN_ANSWER
  }

  private final ServerSocket door;
  private final int port;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<Break> next = new AtomicReference<>(Break.NOWHERE);
  private volatile boolean broken;

  Line(URI server) throws IOException {
    port = server.getPort();
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  void breaksAt(Break where) {
    next.set(where);
  }

  void breakNow() {
    broken = true;
    ends.forEach(Line::close);
    ends.clear();
  }

  void mend() {
    next.set(Break.NOWHERE);
    broken = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        if (broken) {
          close(caller);
        } else {
          connect(caller);
        }
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private void connect(Socket caller) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
    ends.add(caller);
    ends.add(server);
    threads.execute(() -> pass(caller, server, Break.AT_A_REQUEST));
    threads.execute(() -> pass(server, caller, Break.AT_AN_ANSWER));
  }

  /// Passes on what comes, until either side ends or the line breaks here.
  private void pass(Socket from, Socket to, Break here) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      byte[] some = new byte[16_384];
      int count = in.read(some);
      while (count >= 0) {
        if (next.compareAndSet(here, Break.NOWHERE)) {
          breakNow();
          return;
        }
        to.getOutputStream().write(some, 0, count);
        count = in.read(some);
      }
    } catch (IOException _) {
      // One side broke off: both are closed, as on any line.
    }
  }

  private static void close(AutoCloseable end) {
    try {
      end.close();
    } catch (Exception e) {
      throw new IllegalStateException("an end could not be closed", e);
    }
  }

  @Override
  public void close() {
    close(door);
    breakNow();
    threads.shutdownNow();
  }
}
