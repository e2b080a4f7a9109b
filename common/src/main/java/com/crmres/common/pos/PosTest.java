package com.crmres.common.pos;

import org.jspecify.annotations.Nullable;

/// What came of trying the way to a till.
///
/// @param trouble what it said, or why it could not be reached
public record PosTest(boolean works, @Nullable String trouble, long milliseconds) {}
