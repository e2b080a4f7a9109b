package com.crmres.common.kitchen;

import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A station has called for help.
///
/// @param number of the order it is about
/// @param caller the name of whoever called
public record KitchenHelp(
    UUID id,
    UUID branchId,
    UUID stationId,
    LocalizedText station,
    @Nullable UUID ticketId,
    @Nullable String number,
    String caller,
    Instant at) {}
