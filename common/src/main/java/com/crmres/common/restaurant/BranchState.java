package com.crmres.common.restaurant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a branch takes orders now.
///
/// @param until when it is as usual again; null only while it is
/// @param delayMinutes what each order takes longer
/// @param asap whether orders for now are taken
/// @param opensAt when it takes orders again, if it takes none now and that is known
public record BranchState(
    UUID branchId,
    BranchMode mode,
    @Nullable Instant until,
    int delayMinutes,
    boolean asap,
    boolean open,
    @Nullable Instant opensAt) {}
