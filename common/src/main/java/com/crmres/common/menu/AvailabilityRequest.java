package com.crmres.common.menu;

import java.util.UUID;

/// Marks an item as sold out, or as available again, in one branch.
public record AvailabilityRequest(UUID branchId, boolean available) {}
