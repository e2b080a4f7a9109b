package com.crmres.common.menu;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says how many a branch has left of an item or an option.
///
/// @param left null to stop counting
public record StockRequest(UUID branchId, @Nullable Integer left) {}
