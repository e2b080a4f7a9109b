package com.crmres.server.assistant;

/// Reads what a customer said and proposes what to do about it; the rules decide, the mind has no
/// powers.
@FunctionalInterface
public interface Mind {

  /// Reads one turn, outside any transaction; may take as long as a mind's time budget.
  Reading read(Turn turn);
}
