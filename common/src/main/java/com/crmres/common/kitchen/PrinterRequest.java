package com.crmres.common.kitchen;

import java.util.List;
import java.util.UUID;

/// A printer as it shall be.
///
/// @param name 1 to 60 characters
/// @param address `192.168.1.50:9100`, or the name of a file
/// @param stationIds whose tickets it prints; empty for those of every station
/// @param copies of each ticket, 1 to 5
public record PrinterRequest(
    UUID branchId,
    String name,
    PrinterKind kind,
    String address,
    List<UUID> stationIds,
    PrintLanguage language,
    PaperWidth paper,
    int copies) {
  public PrinterRequest {
    stationIds = List.copyOf(stationIds);
  }
}
