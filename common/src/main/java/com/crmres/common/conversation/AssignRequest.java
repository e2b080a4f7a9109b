package com.crmres.common.conversation;

import java.util.UUID;

/// A conversation is given to a staff member.
///
/// @param staffId a colleague who sees it and may speak to customers
public record AssignRequest(UUID staffId) {}
