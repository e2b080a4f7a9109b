package com.crmres.common.kitchen;

import com.crmres.common.wire.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A printer and how it does.
///
/// @param waiting how many tickets wait for it
/// @param since when it came to be so; null before its first ticket
public record PrinterDetails(
    UUID id,
    UUID branchId,
    String name,
    PrinterKind kind,
    String address,
    List<UUID> stationIds,
    PrintLanguage language,
    PaperWidth paper,
    int copies,
    Status status,
    @Nullable Instant since,
    long waiting) {
  public PrinterDetails {
    stationIds = List.copyOf(stationIds);
  }

  /// Whether it prints.
  public enum Status implements WireName {
    UNKNOWN,
    ONLINE,
    OFFLINE
  }
}
