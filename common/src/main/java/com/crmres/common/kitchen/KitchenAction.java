package com.crmres.common.kitchen;

import com.crmres.common.wire.WireName;

/// What the kitchen does with a ticket.
public enum KitchenAction implements WireName {
  /// Needs a line.
  START_LINE,
  /// Needs a line; the same again takes it back.
  LINE_DONE,
  /// Needs a line, begun or done: one step back.
  UNDO_LINE,
  /// Needs a line, begun or done: it is made once more.
  REMAKE_LINE,
  /// Everything of the ticket is done.
  BUMP,
  /// It was not: the ticket returns to its place.
  UNDO_BUMP,
  /// Gives out a ticket that waits for its time.
  FIRE,
  PRIORITISE,
  UNPRIORITISE,
  /// Seen that lines, or all of it, are not wanted any more.
  ACKNOWLEDGE_VOID
}
