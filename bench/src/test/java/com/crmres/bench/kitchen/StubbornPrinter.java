package com.crmres.bench.kitchen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A network printer that can keep a caller on the line: after a whole paper, or in the middle of
/// one. What reached it is on paper.
final class StubbornPrinter implements AutoCloseable {

  private static final int HALF = 2_000;

  private final ServerSocket socket;
  private final List<Paper> papers = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.WILLING;
  private volatile CountDownLatch patience = new CountDownLatch(0);
  private volatile boolean holding;

  StubbornPrinter() throws IOException {
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  /// What the next caller meets.
  enum Mood {
    WILLING,
    /// Prints everything, and never says so.
    SILENT_AFTER_ALL,
    /// Stops reading in the middle.
    STUCK_HALFWAY
  }

  /// Something that came out.
  ///
  /// @param rows of dots; those of a torn paper are not counted
  /// @param whole whether it was cut off at its end
  record Paper(int rows, boolean whole) {}

  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  void expect(Mood next) {
    patience = new CountDownLatch(next == Mood.WILLING ? 0 : 1);
    holding = false;
    mood = next;
  }

  /// Whether somebody hangs on the line.
  boolean isHolding() {
    return holding;
  }

  void letGo() {
    mood = Mood.WILLING;
    patience.countDown();
  }

  List<Paper> papers() {
    return List.copyOf(papers);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        print(caller);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void print(Socket caller) throws IOException, InterruptedException {
    InputStream in = caller.getInputStream();
    if (mood == Mood.STUCK_HALFWAY) {
      in.readNBytes(HALF);
      papers.add(new Paper(0, false));
    } else {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      in.transferTo(bytes);
      papers.add(paper(bytes.toByteArray()));
    }
    if (mood != Mood.WILLING) {
      holding = true;
      patience.await();
    }
  }

  /// Adds up the pictures' rows; the last command of a whole paper cuts it.
  private static Paper paper(byte[] bytes) {
    int rows = 0;
    for (int i = 0; i + 7 < bytes.length; i++) {
      if (bytes[i] == 0x1d && bytes[i + 1] == 0x76 && bytes[i + 2] == 0x30 && bytes[i + 3] == 0) {
        int width = (bytes[i + 4] & 0xff) | (bytes[i + 5] & 0xff) << 8;
        int height = (bytes[i + 6] & 0xff) | (bytes[i + 7] & 0xff) << 8;
        rows += height;
        i += 7 + width * height;
      }
    }
    boolean cut = bytes.length > 3 && bytes[bytes.length - 3] == 0x1d;
    return new Paper(rows, cut);
  }

  @Override
  public void close() throws IOException {
    letGo();
    socket.close();
  }
}
