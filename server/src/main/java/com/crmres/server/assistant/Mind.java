package com.crmres.server.assistant;

/// Reads what a customer said and proposes what to do about it; the rules decide, the mind has no
/// powers.
///
/// A pure function of its argument: no clock, no chance, no database.
public interface Mind {

  /// Reads one turn.
  Reading read(Turn turn);

  /// The name recorded with each turn, for example `embedded-1`.
  String name();
}
