package com.crmres.desktop.media;

import java.awt.Desktop;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file dialogs of the system, and its programs.
public final class MachineFiles implements FileDesk {

  private static final Logger log = LoggerFactory.getLogger(MachineFiles.class);

  private final Window window;
  private final Executor background;

  public MachineFiles(Window window, Executor background) {
    this.window = window;
    this.background = background;
  }

  @Override
  public @Nullable Path whereToSave(String title, String suggestedName) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(suggestedName);
    return path(chooser.showSaveDialog(window));
  }

  @Override
  public @Nullable Path whatToSend(String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    return path(chooser.showOpenDialog(window));
  }

  private static @Nullable Path path(@Nullable File chosen) {
    return chosen == null ? null : chosen.toPath();
  }

  /// Away from the screen: AWT may take its time to wake up.
  @Override
  public void open(Path file) {
    background.execute(() -> {
      try {
        Desktop.getDesktop().open(file.toFile());
      } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
        log.warn("this machine has no program for the file", e);
      }
    });
  }

  @Override
  public void browse(URI page) {
    background.execute(() -> {
      try {
        Desktop.getDesktop().browse(page);
      } catch (IOException | UnsupportedOperationException e) {
        log.warn("this machine has no browser", e);
      }
    });
  }
}
