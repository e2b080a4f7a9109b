package com.crmres.server.kitchen;

import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.server.ordering.Refusal;
import org.jspecify.annotations.Nullable;

/// What came of a command to the kitchen.
public sealed interface KitchenResult {

  /// Done, now or when the same command came the first time.
  record Answered(KitchenAnswer answer) implements KitchenResult {}

  /// The ticket, or its order, does not allow it.
  ///
  /// @param refusal of the order, where it is the order that does not
  record NotAllowed(@Nullable Refusal refusal) implements KitchenResult {}

  /// Somebody was faster.
  record ChangedMeanwhile() implements KitchenResult {}

  /// The command's id was used for something else.
  record CommandReused() implements KitchenResult {}

  /// There is no such ticket, or no such line.
  record NotFound() implements KitchenResult {}
}
