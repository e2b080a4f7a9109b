package com.crmres.bench.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands before programs as a load balancer does: connections go to one after the other, and break
/// when the program behind them does.
final class Switchboard implements AutoCloseable {

  private final List<Integer> ports;
  private final ServerSocket door;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger next = new AtomicInteger();

  private Switchboard(List<Integer> ports, ServerSocket door) {
    this.ports = List.copyOf(ports);
    this.door = door;
  }

  /// Begins to take calls for programs that listen, or will listen, on these ports.
  static Switchboard to(List<Integer> ports) throws IOException {
    var board = new Switchboard(ports, new ServerSocket(0, 512, InetAddress.getLoopbackAddress()));
    board.threads.execute(board::answerCalls);
    return board;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /// How many connections were made.
  int calls() {
    return next.get();
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }

  private void answerCalls() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        threads.execute(() -> connect(caller));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private void connect(Socket caller) {
    int port = ports.get(Math.floorMod(next.getAndIncrement(), ports.size()));
    try (caller;
        Socket called = new Socket(InetAddress.getLoopbackAddress(), port)) {
      caller.setTcpNoDelay(true);
      called.setTcpNoDelay(true);
      threads.execute(() -> pass(caller, called));
      pass(called, caller);
    } catch (IOException _) {
      // The program is away: the caller sees a connection that breaks, as behind any load balancer.
    }
  }

  /// Passes on what comes until either side ends, and ends both.
  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One side broke off: both are closed, and whoever waits tries again.
    }
  }
}
