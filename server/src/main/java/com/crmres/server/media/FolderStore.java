package com.crmres.server.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;

/// Keeps files in a folder, under paths made of their keys alone.
///
/// The last digits of a key choose among 65,536 sub-folders, since the first ones are its time. A
/// symbolic link in the way is refused: only this class writes here.
public final class FolderStore implements MediaStore {

  private static final String BEGUN = "begun";

  private final Path folder;

  /// Makes the store.
  ///
  /// @param folder made if it is missing
  public FolderStore(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public void put(UUID key, InputStream bytes) throws IOException {
    Path begun = Files.createTempFile(ownFolder(folder.resolve(BEGUN)), "", "");
    try {
      write(bytes, begun);
      Path place = path(key);
      Path home = ownFolder(place.resolveSibling(""));
      Files.move(begun, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(home);
    } finally {
      Files.deleteIfExists(begun);
    }
  }

  @Override
  public InputStream open(UUID key, long from, long length) throws IOException {
    Path place = path(key);
    refuseLinks(place.resolveSibling(""));
    FileChannel file = FileChannel.open(place, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try {
      file.position(from);
      return new Portion(Channels.newInputStream(file), length);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public boolean exists(UUID key) {
    return Files.isRegularFile(path(key), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void delete(UUID key) throws IOException {
    Path place = path(key);
    refuseLinks(place.resolveSibling(""));
    Files.deleteIfExists(place);
  }

  /// Removes what was begun before `then` and never finished, because its process died.
  public void forgetBegun(Instant then) {
    try (DirectoryStream<Path> begun = Files.newDirectoryStream(ownFolder(folder.resolve(BEGUN)))) {
      for (Path file : begun) {
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(then)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("what was begun cannot be removed", e);
    }
  }

  private Path path(UUID key) {
    String name = key.toString();
    int end = name.length();
    return folder
        .resolve(name.substring(end - 2))
        .resolve(name.substring(end - 4, end - 2))
        .resolve(name);
  }

  private static void write(InputStream bytes, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      bytes.transferTo(out);
      channel.force(true);
    }
  }

  /// A folder of ours, made if it is missing.
  private Path ownFolder(Path wanted) throws IOException {
    refuseLinks(wanted);
    Files.createDirectories(wanted);
    return wanted;
  }

  private void refuseLinks(Path wanted) throws IOException {
    for (Path step = wanted; !step.equals(folder); step = step.resolve("..").normalize()) {
      if (Files.exists(step, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(step, LinkOption.NOFOLLOW_LINKS)) {
        throw new NotDirectoryException("a folder of files is a link or no folder");
      }
    }
  }

  /// The new name must survive a power cut, too.
  private static void force(Path home) throws IOException {
    try (FileChannel channel = FileChannel.open(home, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
