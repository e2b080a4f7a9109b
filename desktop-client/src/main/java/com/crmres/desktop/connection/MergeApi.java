package com.crmres.desktop.connection;

import com.crmres.common.customer.CustomerMerge;
import com.crmres.common.customer.MergeProposal;
import com.crmres.common.customer.MergeRequest;
import com.crmres.common.wire.Page;
import java.util.UUID;

/// Customers who may be one person. Each call blocks and throws [ServerFailure].
public interface MergeApi {

  /// The newest first.
  Page<MergeProposal> proposals();

  /// The two are two people, and nobody is asked about them again.
  void dismiss(UUID proposalId);

  /// The customer becomes part of another; the same command twice is one merge.
  CustomerMerge merge(UUID absorbedId, MergeRequest request);

  CustomerMerge undo(UUID mergeId);
}
