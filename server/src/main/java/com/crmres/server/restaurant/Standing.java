package com.crmres.server.restaurant;

import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a branch takes orders at a moment, why not, and until when.
public sealed interface Standing {

  /// It takes orders.
  ///
  /// @param until the last order
  record Open(Instant until) implements Standing {}

  /// It takes orders, and each takes longer.
  ///
  /// @param asap whether orders for now are taken, too
  /// @param until when it is as usual again
  record Busy(int delayMinutes, boolean asap, Instant until) implements Standing {}

  /// People stopped the orders.
  ///
  /// @param until when they are taken again
  record Paused(Instant until) implements Standing {}

  /// It is outside its hours.
  ///
  /// @param until when it opens; null if nobody knows
  /// @param note what is special about the day
  record Closed(@Nullable Instant until, @Nullable LocalizedText note) implements Standing {}

  /// Whether orders for now are taken.
  default boolean takesNow() {
    return switch (this) {
      case Open _ -> true;
      case Busy busy -> busy.asap();
      case Paused _, Closed _ -> false;
    };
  }
}
