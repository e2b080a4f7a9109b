package com.crmres.common.pos;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The till of a branch.
///
/// @param posBranch how the till calls the branch
/// @param deliveryCharge how it calls the charge for delivery
/// @param eventsPath where the till tells of its events; for managers only, since for some kinds it
///   is secret
public record PosSettings(
    UUID branchId,
    PosKind kind,
    String address,
    @Nullable String posBranch,
    @Nullable String deliveryCharge,
    HandOverAt handOverAt,
    boolean enabled,
    @Nullable String eventsPath,
    PosHealth health) {}
