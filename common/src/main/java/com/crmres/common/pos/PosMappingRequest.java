package com.crmres.common.pos;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says which things of our menu are which at the till; the others stay as they are.
public record PosMappingRequest(List<Entry> entries) {

  public PosMappingRequest {
    entries = List.copyOf(entries);
  }

  /// One thing.
  ///
  /// @param posId null for nothing there any more
  public record Entry(PosThing thing, UUID ourId, @Nullable String posId) {}
}
