package com.crmres.server.media;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What came of taking the bytes of a file in.
public sealed interface Arrival {

  /// They are kept.
  ///
  /// @param sha256 in hex
  /// @param mime what they show
  /// @param width of a picture, where it could be read
  /// @param thumbnail the key of the small picture
  record Landed(
      MediaKind kind,
      long bytes,
      String sha256,
      String mime,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable UUID thumbnail)
      implements Arrival {}

  /// They are not, and nothing is left of them.
  record Refused(MediaFailure reason) implements Arrival {}
}
