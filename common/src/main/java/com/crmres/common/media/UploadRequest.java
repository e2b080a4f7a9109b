package com.crmres.common.media;

import com.crmres.common.conversation.MediaKind;
import org.jspecify.annotations.Nullable;

/// Announces a file that will come in pieces.
///
/// @param bytes its whole size
/// @param sha256 of all of it, in hex
/// @param mimeType what it is said to be; its bytes decide
/// @param kind what it shall be sent as; absent for what its bytes suggest
public record UploadRequest(
    long bytes,
    String sha256,
    String mimeType,
    @Nullable String fileName,
    @Nullable MediaKind kind) {}
