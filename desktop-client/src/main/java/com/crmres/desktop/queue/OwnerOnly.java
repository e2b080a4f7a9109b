package com.crmres.desktop.queue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Makes files and folders that other users of the machine cannot read. Where the system has no
/// such rights for files, the folder in the person's home keeps them out.
final class OwnerOnly {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  static void folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (hasRights(folder)) {
      Files.setPosixFilePermissions(folder, FOLDER);
    }
  }

  /// The rights are there before the first byte is.
  static void file(Path file) throws IOException {
    try {
      if (hasRights(folderOf(file))) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      if (hasRights(file)) {
        Files.setPosixFilePermissions(file, FILE);
      }
    }
  }

  /// That a file exists is on the disk, too.
  static void sync(Path file) throws IOException {
    Path folder = folderOf(file);
    if (hasRights(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static Path folderOf(Path file) {
    return file.toAbsolutePath().resolveSibling("");
  }

  private static boolean hasRights(Path place) {
    return Files.getFileAttributeView(place, PosixFileAttributeView.class) != null;
  }
}
