package com.crmres.common.customer;

import java.time.Instant;
import java.util.UUID;

/// Two customers who may be one person; people decide.
///
/// @param at since when it is suspected
public record MergeProposal(
    UUID id, CustomerSummary one, CustomerSummary other, MergeReason reason, Instant at) {}
