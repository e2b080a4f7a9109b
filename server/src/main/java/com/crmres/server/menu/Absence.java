package com.crmres.server.menu;

import com.crmres.common.menu.AbsenceReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That something on the menu cannot be had now.
///
/// @param until when it can again, as far as is known
public record Absence(AbsenceReason why, @Nullable Instant until) {}
