package com.crmres.desktop.connection;

import com.crmres.common.conversation.ConversationStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which conversations to list.
///
/// @param status only those; absent for all
/// @param search part of a name, a phone number or a text; absent for all
/// @param after what the previous page named as next
public record ConversationQuery(
    UUID branchId,
    @Nullable ConversationStatus status,
    @Nullable String search,
    @Nullable String after) {}
