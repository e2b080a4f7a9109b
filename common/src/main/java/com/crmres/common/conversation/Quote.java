package com.crmres.common.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The message that another one answers.
///
/// @param messageId absent where the quoted message is not known here
/// @param sender who said it
/// @param preview its first words; empty where the screen must name its kind
public record Quote(@Nullable UUID messageId, @Nullable Sender sender, String preview) {}
