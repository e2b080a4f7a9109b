package com.crmres.desktop.queue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file to which lines are only ever added: each with its length and checksum, and on the disk
/// before [#append] returns. What a crash left half written at the end is cut off at the next
/// start.
///
/// Not a channel: an interrupted thread would close that under the others.
final class JournalFile implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(JournalFile.class);

  private static final byte[] HEAD = "CRMQ1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int FRAME = 2 * Integer.BYTES;

  /// No command is nearly as long; a larger length is no length.
  private static final int LONGEST = 1 << 20;

  private final Path place;
  private final RandomAccessFile file;
  private final FileLock lock;
  private final List<String> found;

  /// Everything up to here is whole.
  private long end;

  private JournalFile(Path place, RandomAccessFile file, FileLock lock) throws IOException {
    this.place = place;
    this.file = file;
    this.lock = lock;
    this.found = List.copyOf(readWhole());
  }

  /// Opens a file, or begins it; nobody else may read it.
  ///
  /// @throws IOException also while another program has it open
  static JournalFile open(Path place) throws IOException {
    OwnerOnly.file(place);
    var file = new RandomAccessFile(place.toFile(), "rw");
    try {
      FileLock lock = file.getChannel().tryLock();
      if (lock == null) {
        throw new IOException("another program has it open");
      }
      return new JournalFile(place, file, lock);
    } catch (OverlappingFileLockException e) {
      file.close();
      throw new IOException("this program has it open already", e);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /// The lines that were there when it was opened.
  List<String> found() {
    return found;
  }

  private List<String> readWhole() throws IOException {
    var bytes = new byte[Math.toIntExact(file.length())];
    file.seek(0);
    file.readFully(bytes);
    List<String> lines = new ArrayList<>();
    if (!begins(bytes)) {
      begin(bytes.length);
      return lines;
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes).position(HEAD.length);
    byte[] line = next(rest);
    while (line != null) {
      lines.add(new String(line, StandardCharsets.UTF_8));
      line = next(rest);
    }
    end = rest.position();
    cutOff(bytes.length);
    return lines;
  }

  private static boolean begins(byte[] bytes) {
    return bytes.length >= HEAD.length
        && Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length);
  }

  /// The next whole line; null, and not moved, where there is none.
  private static byte @Nullable [] next(ByteBuffer rest) {
    int at = rest.position();
    if (rest.remaining() >= FRAME) {
      int length = rest.getInt();
      int checksum = rest.getInt();
      if (length > 0 && length <= LONGEST && length <= rest.remaining()) {
        var line = new byte[length];
        rest.get(line);
        if (checksum(line) == checksum) {
          return line;
        }
      }
    }
    rest.position(at);
    return null;
  }

  private void begin(int strange) throws IOException {
    if (strange >= HEAD.length) {
      setAside();
    }
    file.setLength(0);
    file.seek(0);
    file.write(HEAD);
    file.getFD().sync();
    OwnerOnly.sync(place);
    end = HEAD.length;
  }

  private void cutOff(long length) throws IOException {
    if (end < length) {
      log.warn("the end of the queue was not whole: {} bytes are set aside", length - end);
      setAside();
      file.setLength(end);
      file.getFD().sync();
    }
  }

  /// What cannot be read is kept for whoever can.
  private void setAside() throws IOException {
    Path broken = place.resolveSibling(place.getFileName() + ".broken");
    Files.copy(
        place, broken, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }

  void append(String line) throws IOException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    ByteBuffer framed = ByteBuffer.allocate(FRAME + bytes.length);
    framed.putInt(bytes.length).putInt(checksum(bytes)).put(bytes);
    try {
      file.seek(end);
      file.write(framed.array());
      file.getFD().sync();
    } catch (IOException e) {
      // A half line must not stand before the next whole one.
      file.setLength(end);
      throw e;
    }
    end += framed.capacity();
  }

  long length() {
    return end;
  }

  /// Nothing of it is needed any more.
  void clear() throws IOException {
    file.setLength(HEAD.length);
    file.getFD().sync();
    end = HEAD.length;
  }

  private static int checksum(byte[] bytes) {
    var sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  /// Closing once more does nothing.
  @Override
  public void close() throws IOException {
    if (lock.isValid()) {
      lock.release();
    }
    file.close();
  }
}
