package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// A move that staff ask for.
public enum OrderAction implements WireName {
  /// Seen, not yet decided: the alarm falls silent.
  ACKNOWLEDGE,
  ACCEPT,
  REJECT,
  /// Gives a scheduled order to the kitchen before its time.
  FIRE,
  START_PREPARING,
  /// It takes longer than promised.
  DELAY,
  /// Another time than the customer was promised.
  RESCHEDULE,
  /// Something else than was ordered, by the lines of the order.
  ALTER,
  /// Another branch makes it.
  MOVE,
  MARK_READY,
  UNDO_READY,
  ASSIGN_DRIVER,
  DISPATCH,
  HAND_OVER,
  FAIL_DELIVERY,
  CANCEL,
  REFUSE_CANCEL,
  RESTORE,
  COLLECT_CASH,
  REFUND,
  /// The money of a refund has been given back.
  SETTLE_REFUND
}
