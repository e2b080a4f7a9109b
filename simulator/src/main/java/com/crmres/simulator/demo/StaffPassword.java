package com.crmres.simulator.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The password of all staff of the demo restaurant: made once, kept beside its data.
final class StaffPassword {

  private StaffPassword() {}

  static String of(Path file) throws IOException {
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    createPrivately(file);
    String password = random(12);
    Files.writeString(file, password + "\n");
    return password;
  }

  /// Fit for a secret that nobody has to type.
  static String random(int bytes) {
    byte[] noise = new byte[bytes];
    new SecureRandom().nextBytes(noise);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
  }

  /// Nobody else may read it, from its first moment on.
  private static void createPrivately(Path file) throws IOException {
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    } else {
      Files.createFile(file);
    }
  }
}
