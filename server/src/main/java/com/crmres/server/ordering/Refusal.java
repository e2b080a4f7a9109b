package com.crmres.server.ordering;

import com.crmres.common.wire.WireName;

/// Why an order does not make a move.
public enum Refusal implements WireName {
  /// Where it stands, the table knows no such move.
  WRONG_STATE,
  /// The time for it is over.
  TOO_LATE,
  /// It was never accepted, so that there is nothing to go back to.
  NEVER_ACCEPTED,
  /// It has been done before.
  ALREADY_DONE,
  /// More money than there is to take or to give back.
  TOO_MUCH,
  /// A time that is over already.
  IN_THE_PAST,
  /// The branch cannot make all of it any more, or not for what the customer was told.
  NOT_OFFERED,
  /// The other branch is closed, has not all of it, does not reach the customer, or asks more.
  NOT_THERE,
  /// The quarter of its new time is full.
  NO_ROOM
}
