package com.crmres.common.assistant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the assistant may go in a branch and on a matter. The most exact rule holds: branch and
/// intent, then branch, then intent, then neither.
///
/// @param branchId null for every branch
/// @param intent null for everything a turn can be about
public record ModeRule(@Nullable UUID branchId, @Nullable Intent intent, AssistantMode mode) {}
