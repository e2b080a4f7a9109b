package com.crmres.server.kitchen.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Hands bytes to printers.
final class Ports {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  /// Prints.
  ///
  /// @throws Unreached if nothing of it was printed
  /// @throws IOException if nobody knows how much of it was
  void print(PrinterAddress address, byte[] bytes) throws IOException {
    switch (address) {
      case PrinterAddress.Network network -> send(network, bytes);
      case PrinterAddress.File(Path path) -> append(path, bytes);
    }
  }

  private static void send(PrinterAddress.Network network, byte[] bytes) throws IOException {
    try (Socket socket = connected(network)) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
      socket.shutdownOutput();
      awaitGoodbye(socket);
    }
  }

  private static Socket connected(PrinterAddress.Network network) throws Unreached {
    Socket socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(network.host(), network.port()), (int) CONNECT.toMillis());
      socket.setSoTimeout((int) GOODBYE.toMillis());
      return socket;
    } catch (IOException e) {
      closeQuietly(socket);
      throw new Unreached("no connection", e);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It was never open.
    }
  }

  /// A printer that closes its side has taken everything; one that resets has not. Some never
  /// close: then what the network took counts as printed.
  private static void awaitGoodbye(Socket socket) throws IOException {
    try (InputStream in = socket.getInputStream()) {
      while (in.read() >= 0) {
        // Status bytes; nobody asked for them.
      }
    } catch (SocketTimeoutException _) {
      // It keeps the line open, as some do.
    }
  }

  private static void append(Path path, byte[] bytes) throws IOException {
    FileChannel opened;
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      opened =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new Unreached("no such file", e);
    }
    try (FileChannel file = opened) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        file.write(left);
      }
      file.force(false);
    }
  }
}
