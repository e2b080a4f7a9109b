package com.crmres.common.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far our copy of an account's templates is behind WhatsApp.
///
/// @param syncedAt when it was last complete
/// @param nextAt when it is asked for again
/// @param refusedCode WhatsApp's error code if it refused the last time
public record TemplateSyncState(
    String accountId, @Nullable Instant syncedAt, Instant nextAt, @Nullable Integer refusedCode) {}
