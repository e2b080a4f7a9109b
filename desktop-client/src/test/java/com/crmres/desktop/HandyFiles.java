package com.crmres.desktop;

import com.crmres.desktop.media.FileDesk;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A person who always saves into one folder and sends one file.
final class HandyFiles implements FileDesk {

  private final Path folder;
  private final List<String> suggested = new CopyOnWriteArrayList<>();
  private final List<Path> opened = new CopyOnWriteArrayList<>();
  private @Nullable Path next;

  HandyFiles(Path folder) {
    this.folder = folder;
  }

  void sends(Path file) {
    next = file;
  }

  List<String> suggested() {
    return List.copyOf(suggested);
  }

  List<Path> opened() {
    return List.copyOf(opened);
  }

  @Override
  public Path whereToSave(String title, String suggestedName) {
    suggested.add(suggestedName);
    return folder.resolve(suggestedName);
  }

  @Override
  public @Nullable Path whatToSend(String title) {
    return next;
  }

  @Override
  public void open(Path file) {
    opened.add(file);
  }

  @Override
  public void browse(URI page) {
    throw new IllegalStateException("no page is shown here");
  }
}
