package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderReason;
import org.jspecify.annotations.Nullable;

/// Why a move is asked for.
///
/// @param words of whoever asks; the customer hears them only where the code is [OrderReason#OTHER]
public record Why(@Nullable OrderReason code, @Nullable String words) {

  /// No reason was given.
  public static final Why NONE = new Why(null, null);

  /// A reason in words only.
  public static Why said(@Nullable String words) {
    return words == null ? NONE : new Why(OrderReason.OTHER, words);
  }

  public static Why of(OrderReason code) {
    return new Why(code, null);
  }

  boolean isGiven() {
    return code != null || words != null;
  }
}
