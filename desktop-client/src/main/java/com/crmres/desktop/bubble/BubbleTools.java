package com.crmres.desktop.bubble;

import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.media.FileDesk;
import com.crmres.desktop.media.MediaModel;
import com.crmres.desktop.media.PictureWindow;
import com.crmres.desktop.media.SafeFileName;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every bubble needs: words, times, files and the way to the machine.
public record BubbleTools(Texts texts, Times times, MediaModel media, FileDesk files) {

  private static final Logger log = LoggerFactory.getLogger(BubbleTools.class);

  /// The name under which a file is shown and saved.
  String name(MessageContent.Media file) {
    return SafeFileName.of(file, texts.of("media.kind", file.kind()));
  }

  void showLarge(MessageContent.Media picture, Scene owner) {
    PictureWindow.open(picture, media, texts, owner, () -> save(picture));
  }

  void save(MessageContent.Media file) {
    Path target = files.whereToSave(texts.of("media.save"), name(file));
    if (target != null) {
      media.save(file, target);
    }
  }

  /// Fetches the file into a folder of its own and lets the machine's program show it.
  void open(MessageContent.Media file) {
    try {
      Path folder = Files.createTempDirectory("front-desk-");
      Path target = folder.resolve(name(file));
      // In this order: what is registered last is deleted first.
      folder.toFile().deleteOnExit();
      target.toFile().deleteOnExit();
      media.save(file, target, files::open);
    } catch (IOException e) {
      log.warn("no room for a file to be opened", e);
    }
  }
}
