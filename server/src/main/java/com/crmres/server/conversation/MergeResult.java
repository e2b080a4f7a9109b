package com.crmres.server.conversation;

import com.crmres.common.customer.CustomerMerge;

/// What came of merging two customers, or of taking that back.
public sealed interface MergeResult {

  /// It is so now, or has been already.
  record Done(CustomerMerge merge) implements MergeResult {}

  /// There is no such customer or merge.
  record NotFound() implements MergeResult {}

  /// One of the two is part of another already, or both are the same.
  record NotPossible() implements MergeResult {}

  /// What happened since cannot be told apart: it stays as it is.
  record ChangedSince() implements MergeResult {}

  /// The command's id was used for something else.
  record CommandReused() implements MergeResult {}
}
