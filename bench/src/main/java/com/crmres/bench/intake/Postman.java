package com.crmres.bench.intake;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Posts prepared requests over many connections with one thread, so cheaply that the server is
/// what is measured.
final class Postman implements AutoCloseable {

  private static final int ANSWER_BYTES = 4_096;
  private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

  private final Selector selector;
  private final List<Connection> connections = new ArrayList<>();

  /// Opens the connections.
  Postman(int port, int count) throws IOException {
    this.selector = Selector.open();
    for (int i = 0; i < count; i++) {
      connections.add(new Connection(port));
    }
  }

  /// What a run gave.
  ///
  /// @param took from the first request to the last answer
  /// @param nanos how long each answered request took, sorted
  /// @param refused requests that were not answered 200
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Run(int answered, int refused, Duration took, long[] nanos) {

    double perSecond() {
      return answered / (took.toNanos() / 1e9);
    }

    Duration percentile(double share) {
      return nanos.length == 0
          ? Duration.ZERO
          : Duration.ofNanos(
              nanos[(int) Math.min(nanos.length - 1L, (long) (nanos.length * share))]);
    }
  }

  /// Every connection posts its next request as soon as the last is answered, until the time or the
  /// requests are used up.
  Run asFastAsPossible(List<byte[]> requests, Duration limit) throws IOException {
    Tally tally = new Tally(requests.size());
    long begin = System.nanoTime();
    long end = begin + limit.toNanos();
    int next = 0;
    for (Connection connection : connections) {
      if (next < requests.size()) {
        connection.post(requests.get(next++), System.nanoTime());
      }
    }
    int under = Math.min(connections.size(), requests.size());
    while (under > 0) {
      selector.select();
      long now = System.nanoTime();
      var ready = selector.selectedKeys();
      for (SelectionKey key : ready) {
        Connection connection = (Connection) key.attachment();
        if (connection.hasAnswer(tally, now)) {
          if (now < end && next < requests.size()) {
            connection.post(requests.get(next++), now);
          } else {
            under--;
          }
        }
      }
      ready.clear();
    }
    return tally.run(System.nanoTime() - begin);
  }

  /// Posts at a fixed rate whatever the answers do; each is timed from the moment at which it was
  /// to go, so that a server that stalls is charged for all who had to wait.
  Run atRate(List<byte[]> requests, double perSecond) throws IOException {
    Tally tally = new Tally(requests.size());
    Deque<Connection> free = new ArrayDeque<>(connections);
    double gap = 1e9 / perSecond;
    long begin = System.nanoTime();
    int next = 0;
    int answered = 0;
    while (answered < requests.size()) {
      long now = System.nanoTime();
      while (next < requests.size() && !free.isEmpty() && begin + (long) (next * gap) <= now) {
        free.pop().post(requests.get(next), begin + (long) (next * gap));
        next++;
      }
      if (next < requests.size() && !free.isEmpty()) {
        selector.select(1);
      } else {
        selector.select();
      }
      long heard = System.nanoTime();
      var ready = selector.selectedKeys();
      for (SelectionKey key : ready) {
        Connection connection = (Connection) key.attachment();
        if (connection.hasAnswer(tally, heard)) {
          answered++;
          free.push(connection);
        }
      }
      ready.clear();
    }
    return tally.run(System.nanoTime() - begin);
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.channel.close();
    }
    selector.close();
  }

  /// Collects the times.
  private static final class Tally {
    private final long[] nanos;
    private int answered;
    private int refused;

    Tally(int most) {
      this.nanos = new long[most];
    }

    void add(boolean ok, long took) {
      if (ok) {
        nanos[answered++] = took;
      } else {
        refused++;
      }
    }

    Run run(long took) {
      long[] sorted = Arrays.copyOf(nanos, answered);
      Arrays.sort(sorted);
      return new Run(answered, refused, Duration.ofNanos(took), sorted);
    }
  }

  /// A keep-alive connection with at most one request under way.
  private final class Connection {
    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES);
    private long since;

    Connection(int port) throws IOException {
      channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    void post(byte[] request, long intended) throws IOException {
      since = intended;
      ByteBuffer bytes = ByteBuffer.wrap(request);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }

    boolean hasAnswer(Tally tally, long now) throws IOException {
      if (channel.read(answer) < 0) {
        throw new EOFException("the server closed a connection");
      }
      int end = find(END, 0);
      if (end < 0 || answer.position() < end + END.length + bodyLength(end)) {
        return false;
      }
      tally.add(find(OK, 0) == 0, now - since);
      answer.clear();
      return true;
    }

    private int bodyLength(int end) {
      int at = find(LENGTH, 0);
      int length = 0;
      for (int i = at + LENGTH.length; at >= 0 && i < end; i++) {
        byte digit = answer.get(i);
        if (digit >= '0' && digit <= '9') {
          length = length * 10 + digit - '0';
        } else if (digit == '\r') {
          break;
        }
      }
      return length;
    }

    /// Where the bytes stand, whatever the case of their letters; -1 if nowhere.
    private int find(byte[] wanted, int from) {
      for (int i = from; i + wanted.length <= answer.position(); i++) {
        int j = 0;
        while (j < wanted.length && lower(answer.get(i + j)) == lower(wanted[j])) {
          j++;
        }
        if (j == wanted.length) {
          return i;
        }
      }
      return -1;
    }

    private static int lower(byte letter) {
      return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }
  }
}
