package com.crmres.server.ordering;

import org.jspecify.annotations.Nullable;

/// A move that somebody asks of an order; [Transition] says when it is allowed.
public sealed interface OrderCommand {

  /// The branch will make it.
  ///
  /// @param minutes until it is ready; null means what the branch usually needs
  record Accept(@Nullable Integer minutes) implements OrderCommand {
    public Accept {
      if (minutes != null && (minutes < 1 || minutes > 240)) {
        throw new IllegalArgumentException("minutes until ready are 1 to 240: " + minutes);
      }
    }
  }

  /// The branch will not make it.
  record Reject(String reason) implements OrderCommand {}

  /// The kitchen begins.
  record StartPreparing() implements OrderCommand {}

  /// The kitchen is done.
  record MarkReady() implements OrderCommand {}

  /// The driver leaves with it.
  record Dispatch() implements OrderCommand {}

  /// The customer has it.
  record HandOver() implements OrderCommand {}

  /// The driver could not hand it over.
  record FailDelivery(@Nullable String reason) implements OrderCommand {}

  /// Staff cancel it, or grant what the customer asked.
  record Cancel(String reason) implements OrderCommand {}

  /// Staff do not cancel what the customer wanted cancelled: it goes on where it was.
  record RefuseCancel() implements OrderCommand {}

  /// The customer does not want it any more: at once while nobody has accepted it, else the branch
  /// decides.
  record AskToCancel(@Nullable String reason) implements OrderCommand {}

  /// Nobody answered in time.
  record Expire() implements OrderCommand {}
}
