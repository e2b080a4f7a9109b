package com.crmres.desktop.connection;

import com.crmres.common.customer.CustomerMerge;
import com.crmres.common.customer.MergeProposal;
import com.crmres.common.customer.MergeRequest;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.UUID;

/// Customers who may be one person, over HTTP.
final class HttpMerges implements MergeApi {

  private final SignedExchange exchange;

  HttpMerges(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Page<MergeProposal> proposals() {
    return exchange.get("/v1/customers/merge-proposals", new TypeReference<>() {});
  }

  @Override
  public void dismiss(UUID proposalId) {
    exchange.tell("/v1/customers/merge-proposals/%s/dismiss".formatted(proposalId));
  }

  @Override
  public CustomerMerge merge(UUID absorbedId, MergeRequest request) {
    return exchange.post(
        "/v1/customers/%s/merge".formatted(absorbedId), request, CustomerMerge.class);
  }

  @Override
  public CustomerMerge undo(UUID mergeId) {
    return exchange.post(
        "/v1/customers/merges/%s/undo".formatted(mergeId), null, CustomerMerge.class);
  }
}
