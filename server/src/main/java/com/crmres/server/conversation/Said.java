package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import org.jspecify.annotations.Nullable;

/// What a customer said and nobody has answered yet.
///
/// @param place among what was said; an edit says the message anew at a later place
/// @param answered what the message said when the assistant answered it; null if it never did
public record Said(MessageDetails message, long place, @Nullable MessageContent answered) {}
