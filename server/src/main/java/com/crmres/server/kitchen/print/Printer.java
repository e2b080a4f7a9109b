package com.crmres.server.kitchen.print;

import com.crmres.common.kitchen.PaperWidth;
import com.crmres.common.kitchen.PrintLanguage;
import com.crmres.common.kitchen.PrinterDetails;
import com.crmres.common.kitchen.PrinterKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A printer of a branch.
///
/// @param stationIds whose tickets it prints; empty for those of every station
record Printer(
    UUID id,
    UUID branchId,
    String name,
    PrinterKind kind,
    String address,
    List<UUID> stationIds,
    PrintLanguage language,
    PaperWidth paper,
    int copies,
    PrinterDetails.Status status,
    @Nullable Instant since) {

  Printer {
    stationIds = List.copyOf(stationIds);
  }

  boolean prints(UUID stationId) {
    return stationIds.isEmpty() || stationIds.contains(stationId);
  }

  PrinterDetails details(long waiting) {
    return new PrinterDetails(
        id,
        branchId,
        name,
        kind,
        address,
        stationIds,
        language,
        paper,
        copies,
        status,
        since,
        waiting);
  }
}
