package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// What customers may do to orders of a branch by themselves.
///
/// @param changes whether they may change an order until the kitchen begins
/// @param cancels until when they may cancel one without asking anybody
public record OrderRules(boolean changes, FreeCancelling cancels) {

  /// What holds where nobody has set anything.
  public static final OrderRules USUAL = new OrderRules(true, FreeCancelling.UNTIL_PREPARING);

  /// Until when an order is cancelled at once; afterwards the branch is asked.
  public enum FreeCancelling implements WireName {
    UNTIL_ACCEPTED,
    UNTIL_PREPARING
  }
}
