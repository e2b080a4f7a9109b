package com.crmres.common.ordering;

import org.jspecify.annotations.Nullable;

/// Where a delivery goes: words, a pin, or both.
public record CartPlace(
    @Nullable Double latitude, @Nullable Double longitude, @Nullable String text) {}
