package com.crmres.simulator.openrouter;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Listens on loopback with plain sockets, because a web server does not let anybody cut, stall and
/// split an answer at a chosen byte.
final class Gateway implements AutoCloseable {

  /// Answers one request.
  @FunctionalInterface
  interface Door {
    void open(Exchange exchange) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final Door door;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Gateway(ServerSocket listener, Door door) {
    this.listener = listener;
    this.door = door;
  }

  static Gateway open(int port, Door door) throws IOException {
    Gateway gateway =
        new Gateway(new ServerSocket(port, 256, InetAddress.getLoopbackAddress()), door);
    gateway.threads.execute(gateway::accept);
    return gateway;
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        sockets.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      threads.shutdown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      boolean again = true;
      while (again) {
        Exchange exchange = new Exchange(socket, RequestHead.read(in), in);
        door.open(exchange);
        again = exchange.isWhole();
      }
    } catch (IOException gone) {
      // The client hung up, or was hung up on: there is nobody to tell.
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
