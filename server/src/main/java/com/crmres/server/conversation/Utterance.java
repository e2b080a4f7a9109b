package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something one of us says: who, what, by which command.
record Utterance(
    Sender sender,
    @Nullable Speaker speaker,
    MessageContent content,
    @Nullable UUID commandId,
    Channel.WhenInDoubt whenInDoubt) {}
