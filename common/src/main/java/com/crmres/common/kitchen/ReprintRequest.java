package com.crmres.common.kitchen;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Prints a ticket once more; the same `commandId` twice is one print.
///
/// @param printerId null for every printer of its station
public record ReprintRequest(UUID commandId, @Nullable UUID printerId) {}
