package com.crmres.desktop.connection;

import com.crmres.common.conversation.MessageContent;
import java.nio.file.Path;
import java.util.UUID;

/// The files of messages, both ways. Each call blocks and throws [ServerFailure].
public interface MediaApi {

  /// A small picture of a picture, as PNG or JPEG.
  byte[] thumbnail(UUID mediaId);

  /// The whole of what is shown at once.
  byte[] whole(UUID mediaId);

  /// Writes the file into `part`, going on where a broken attempt ended.
  void download(UUID mediaId, Path part, Progress progress);

  /// Hands a file over, so that a message can carry it.
  MessageContent.Media upload(Path file);

  /// Hears how far a download has come.
  @FunctionalInterface
  interface Progress {

    /// Called now and then while bytes arrive.
    ///
    /// @param whole -1 as long as it is not known
    void came(long bytes, long whole);
  }
}
