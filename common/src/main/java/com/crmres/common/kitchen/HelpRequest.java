package com.crmres.common.kitchen;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A station calls the expediter; the same `commandId` twice is one call.
///
/// @param ticketId about which order; null for anything
public record HelpRequest(UUID commandId, UUID branchId, UUID stationId, @Nullable UUID ticketId) {}
