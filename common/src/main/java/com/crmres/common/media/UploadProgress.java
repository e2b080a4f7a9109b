package com.crmres.common.media;

import java.time.Instant;
import java.util.UUID;

/// How far an upload in pieces has come.
///
/// @param offset how many bytes are here
/// @param bytes how many there will be
/// @param until when it is given up unless a piece comes
public record UploadProgress(UUID id, long offset, long bytes, Instant until) {}
