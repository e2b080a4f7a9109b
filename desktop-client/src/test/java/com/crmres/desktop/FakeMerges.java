package com.crmres.desktop;

import com.crmres.common.customer.CustomerMerge;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.customer.MergeProposal;
import com.crmres.common.customer.MergeRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Customers of a restaurant who may be one person, and what was decided about them.
public final class FakeMerges {

  private final List<MergeProposal> proposals = new ArrayList<>();
  private final Map<UUID, CustomerSummary> customers = new HashMap<>();
  private final Map<UUID, CustomerMerge> merges = new HashMap<>();
  private final List<UUID> dismissed = new ArrayList<>();
  private final List<MergeRequest> asked = new ArrayList<>();

  public synchronized FakeMerges has(MergeProposal proposal) {
    proposals.add(proposal);
    customers.put(proposal.one().id(), proposal.one());
    customers.put(proposal.other().id(), proposal.other());
    return this;
  }

  public synchronized List<MergeProposal> proposals() {
    return List.copyOf(proposals);
  }

  public synchronized List<UUID> dismissed() {
    return List.copyOf(dismissed);
  }

  public synchronized List<MergeRequest> asked() {
    return List.copyOf(asked);
  }

  /// Answers without words.
  public synchronized String dismiss(UUID id) {
    if (!proposals.removeIf(one -> one.id().equals(id))) {
      throw Restaurant.refusal("NOT_FOUND", "غير موجود");
    }
    dismissed.add(id);
    return "";
  }

  /// The same command is the same merge.
  public synchronized CustomerMerge merge(UUID absorbed, MergeRequest request) {
    asked.add(request);
    return merges.computeIfAbsent(request.commandId(), id -> made(id, absorbed, request.into()));
  }

  private CustomerMerge made(UUID id, UUID absorbed, UUID survivor) {
    proposals.removeIf(
        one -> List.of(one.one().id(), one.other().id()).containsAll(List.of(absorbed, survivor)));
    return new CustomerMerge(
        id, customer(survivor), customer(absorbed), World.SARAH.id(), World.NOW, null);
  }

  private CustomerSummary customer(UUID id) {
    CustomerSummary found = customers.get(id);
    if (found == null) {
      throw Restaurant.refusal("NOT_FOUND", "غير موجود");
    }
    return found;
  }

  public synchronized CustomerMerge undo(UUID id) {
    CustomerMerge made = merges.get(id);
    if (made == null) {
      throw Restaurant.refusal("NOT_FOUND", "غير موجود");
    }
    var undone =
        new CustomerMerge(
            made.id(),
            made.survivor(),
            made.absorbed(),
            made.mergedBy(),
            made.mergedAt(),
            World.NOW);
    merges.put(id, undone);
    return undone;
  }
}
