package com.crmres.common.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message as it leaves the house.
///
/// @param customer his name
/// @param phone absent if he is known without a number
/// @param speaker who of us said it; absent for the customer and the assistant
/// @param at in UTC
public record ExportedMessage(
    UUID conversationId,
    String customer,
    @Nullable String phone,
    Sender sender,
    @Nullable String speaker,
    String text,
    Instant at) {}
