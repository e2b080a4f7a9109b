package com.crmres.common.menu;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Marks something of the menu as sold out, or as available again, in one branch.
///
/// @param until when it comes back by itself; null for what `preset` says
/// @param preset the same in a word; null for `manual`
/// @param hidden whether customers shall not even see it meanwhile; null for no
public record AvailabilityRequest(
    UUID branchId,
    boolean available,
    @Nullable Instant until,
    @Nullable AvailabilityPreset preset,
    @Nullable Boolean hidden) {

  /// Until somebody says otherwise.
  public AvailabilityRequest(UUID branchId, boolean available) {
    this(branchId, available, null, null, null);
  }
}
