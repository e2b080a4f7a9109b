package com.crmres.common.kitchen;

import com.crmres.common.wire.WireName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of a command.
///
/// @param ticket as it was after the command
/// @param cancelledAt for `food_made`
/// @param message for people, in the caller's language; null where there is nothing to say
public record KitchenAnswer(
    Outcome outcome,
    KitchenTicket ticket,
    @Nullable Instant cancelledAt,
    @Nullable String message) {

  /// How it went.
  public enum Outcome implements WireName {
    DONE,
    /// Done with the time of a device that had no network then.
    DONE_OFFLINE,
    /// The food was made, but the order had been cancelled: it stays cancelled, and counts as
    /// waste.
    FOOD_MADE
  }
}
