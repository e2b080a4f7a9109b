package com.crmres.common.media;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of a file besides its bytes.
///
/// @param mimeType what its bytes show once it is ready, before that what was declared
/// @param bytes its size; absent until it is known
/// @param fileName a harmless form of the sender's name for it
/// @param failure why its bytes never will be here; present only if failed
/// @param sha256 in hex; absent until it is ready
/// @param width of a picture in pixels, as is
/// @param height where they are known
/// @param at when we first heard of it
public record MediaDetails(
    UUID id,
    MediaKind kind,
    String mimeType,
    @Nullable Long bytes,
    @Nullable String fileName,
    MediaState state,
    @Nullable MediaFailure failure,
    @Nullable String sha256,
    @Nullable Integer width,
    @Nullable Integer height,
    boolean hasThumbnail,
    Instant at) {}
