package com.crmres.desktop.media;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The machine's files, as far as a person points at them.
public interface FileDesk {

  /// Asks where a file shall lie; absent if the person thinks better of it.
  @Nullable Path whereToSave(String title, String suggestedName);

  /// Asks which file to send; absent if the person thinks better of it.
  @Nullable Path whatToSend(String title);

  /// Shows a file in the program that this machine has for it.
  void open(Path file);

  /// Shows a page in the machine's browser.
  void browse(URI page);
}
