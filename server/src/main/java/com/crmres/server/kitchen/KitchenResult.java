package com.crmres.server.kitchen;

import com.crmres.common.kitchen.KitchenAnswer;

/// What came of a command to the kitchen.
public sealed interface KitchenResult {

  /// Done, now or when the same command came the first time.
  record Answered(KitchenAnswer answer) implements KitchenResult {}

  /// The ticket, or its order, does not allow it.
  record NotAllowed() implements KitchenResult {}

  /// Somebody was faster.
  record ChangedMeanwhile() implements KitchenResult {}

  /// The command's id was used for something else.
  record CommandReused() implements KitchenResult {}

  /// There is no such ticket, or no such line.
  record NotFound() implements KitchenResult {}
}
