package com.crmres.common.kitchen;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.WireName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Food that was begun or made and that nobody wants.
///
/// @param madeAt null if it was only begun
/// @param offline whether a device reported it after it had been without network
public record WasteEntry(
    UUID id,
    UUID branchId,
    UUID orderId,
    String number,
    UUID itemId,
    LocalizedText name,
    int quantity,
    Reason reason,
    @Nullable Instant madeAt,
    boolean offline,
    Instant at) {

  /// Why nobody wants it.
  public enum Reason implements WireName {
    ORDER_CANCELLED,
    /// Another branch makes it.
    ORDER_MOVED,
    LINE_REMOVED,
    REMADE
  }
}
