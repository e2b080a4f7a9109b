package com.crmres.server.media;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.media.MediaDetails;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of a restaurant.
///
/// @param id also the key of its bytes
/// @param declaredMime what its sender said, without parameters
/// @param mime what its bytes say, once they are here
/// @param bytes null until it is ready, like the hash in hex
/// @param fileName harmless to show
/// @param thumbnail the key of the small picture's bytes
/// @param uploadedBy the staff member; null for what a customer sent or the house made
public record MediaFile(
    UUID id,
    MediaKind kind,
    String declaredMime,
    String mime,
    @Nullable Long bytes,
    @Nullable String sha256,
    @Nullable String fileName,
    MediaState state,
    @Nullable MediaFailure failure,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable UUID thumbnail,
    @Nullable UUID uploadedBy,
    Instant at) {

  /// As screens know it.
  MediaDetails details() {
    return new MediaDetails(
        id,
        kind,
        mime,
        bytes,
        fileName,
        state,
        failure,
        sha256,
        width,
        height,
        thumbnail != null,
        at);
  }
}
