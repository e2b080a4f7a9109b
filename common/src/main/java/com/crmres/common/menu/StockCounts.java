package com.crmres.common.menu;

import java.util.List;
import java.util.UUID;

/// How many a branch has left of the items and options that it counts.
public record StockCounts(UUID branchId, List<Count> counts) {
  public StockCounts {
    counts = Lists.orEmpty(counts);
  }

  /// One of them.
  public record Count(UUID subjectId, int left) {}
}
