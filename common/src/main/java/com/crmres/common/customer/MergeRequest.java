package com.crmres.common.customer;

import java.util.UUID;

/// Makes a customer part of another.
///
/// @param commandId chosen by the client; the same id again is the same merge
/// @param into the customer who stays
public record MergeRequest(UUID commandId, UUID into) {}
