package com.crmres.server.pos;

import com.crmres.common.pos.DriftAction;
import com.crmres.common.pos.DriftKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How one order differs between us and its till.
record Difference(
    @Nullable UUID orderId,
    @Nullable String reference,
    DriftKind kind,
    String ours,
    String theirs,
    DriftAction action) {}
