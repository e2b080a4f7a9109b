package com.crmres.server.live;

import java.util.Optional;

/// A place in the event log: events are ordered by the transaction that wrote them, then by number.
///
/// @param epoch changes when the log starts anew, for example after a restore
record Position(String epoch, long transaction, long number) {

  /// A position of no log.
  static final Position UNKNOWN = new Position("", 0, 0);

  /// Reads what a client gave back; empty if it is no position.
  static Optional<Position> parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Position(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  String text() {
    return epoch + "." + transaction + "." + number;
  }

  boolean isAfter(Position other) {
    return transaction > other.transaction
        || (transaction == other.transaction && number > other.number);
  }
}
