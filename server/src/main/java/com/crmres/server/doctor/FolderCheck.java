package com.crmres.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether the data folder can be written to.
record FolderCheck(Path folder) implements Check {

  private static final String ABOUT = "folder";

  @Override
  public List<Finding> look() {
    String place = folder.toAbsolutePath().normalize().toString();
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
      return List.of(Finding.good(ABOUT, "folder.good", place));
    } catch (IOException e) {
      return List.of(Finding.fault(ABOUT, "folder.closed", place, e.getClass().getSimpleName()));
    }
  }
}
