package com.crmres.server.kitchen.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A receipt printer on the network: it understands reset, justification, raster pictures, feed and
/// cut, refuses anything else, and keeps what it has cut off as a picture.
final class FakePrinter implements AutoCloseable {

  private final int port;
  private final List<BufferedImage> papers = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private volatile ServerSocket socket;
  private volatile boolean breaksOff;

  FakePrinter() {
    socket = open(0);
    port = socket.getLocalPort();
    serve(socket);
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  /// What was cut off, in its order.
  List<BufferedImage> papers() {
    return List.copyOf(papers);
  }

  /// What it did not understand.
  List<String> faults() {
    return List.copyOf(faults);
  }

  void switchOff() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void switchOn() {
    socket = open(port);
    serve(socket);
  }

  /// From now on it prints what comes, then resets the connection before anybody hears of it.
  void breakOff(boolean breaks) {
    breaksOff = breaks;
  }

  /// What is printed of such bytes.
  static List<BufferedImage> read(byte[] bytes) throws IOException {
    List<BufferedImage> papers = new ArrayList<>();
    InputStream in = new ByteArrayInputStream(bytes);
    List<byte[]> rows = new ArrayList<>();
    for (int sign = in.read(); sign >= 0; sign = in.read()) {
      command(in, sign, rows, papers);
    }
    if (!rows.isEmpty()) {
      throw new IOException("the last paper is not cut");
    }
    return papers;
  }

  private static void command(
      InputStream in, int sign, List<byte[]> rows, List<BufferedImage> papers) throws IOException {
    int more = in.read();
    switch (sign << 8 | more) {
      case 0x1b40 -> rows.clear();
      case 0x1b61, 0x1b64 -> in.read();
      case 0x1d76 -> picture(in, rows);
      case 0x1d56 -> {
        in.read();
        papers.add(image(rows));
        rows.clear();
      }
      default -> throw new IOException("not understood: %02x %02x".formatted(sign, more));
    }
  }

  private static void picture(InputStream in, List<byte[]> rows) throws IOException {
    if (in.read() != 0x30 || in.read() != 0) {
      throw new IOException("no raster picture in normal size");
    }
    int width = in.read() | in.read() << 8;
    int height = in.read() | in.read() << 8;
    for (int row = 0; row < height; row++) {
      rows.add(in.readNBytes(width));
    }
  }

  private static BufferedImage image(List<byte[]> rows) throws IOException {
    if (rows.isEmpty()) {
      throw new IOException("an empty paper");
    }
    int width = rows.getFirst().length * 8;
    BufferedImage image = new BufferedImage(width, rows.size(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < width; x++) {
        boolean black = (rows.get(y)[x / 8] >> (7 - x % 8) & 1) == 1;
        image.setRGB(x, y, black ? 0 : 0xffffff);
      }
    }
    return image;
  }

  private static ServerSocket open(int port) {
    try {
      ServerSocket opened = new ServerSocket();
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(ServerSocket listening) {
    Thread.ofVirtual()
        .start(() -> {
          while (!listening.isClosed()) {
            try (Socket caller = listening.accept()) {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              caller.getInputStream().transferTo(bytes);
              papers.addAll(read(bytes.toByteArray()));
              if (breaksOff) {
                caller.setSoLinger(true, 0);
              }
            } catch (IOException e) {
              if (!listening.isClosed()) {
                faults.add(String.valueOf(e.getMessage()));
              }
            }
          }
        });
  }

  @Override
  public void close() {
    switchOff();
  }
}
