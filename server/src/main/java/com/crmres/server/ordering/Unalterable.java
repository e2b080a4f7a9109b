package com.crmres.server.ordering;

/// Why the customer cannot change an order by himself.
public enum Unalterable {
  /// There is none that is open.
  NONE,
  /// The kitchen has begun, or it is over.
  TOO_LATE,
  /// The branch does not want that.
  NOT_HERE,
  /// Money has come for it.
  PAID,
  /// A till has it.
  AT_TILL,
  /// It would be made by another branch.
  OTHER_BRANCH
}
