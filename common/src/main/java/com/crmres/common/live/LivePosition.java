package com.crmres.common.live;

/// Where the live channel stands now: take it before loading lists, resume from it after.
public record LivePosition(String position) {}
