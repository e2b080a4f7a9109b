package com.crmres.common.restaurant;

import java.util.UUID;

/// A branch in a list.
///
/// @param zone IANA time zone in which its times are shown
/// @param open whether it takes orders at this moment
public record BranchSummary(
    UUID id, LocalizedText name, LocalizedText address, String zone, boolean open) {}
