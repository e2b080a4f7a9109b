package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something one of us says: who, what, by which command.
///
/// @param quotes the message it answers; null for none
record Utterance(
    Sender sender,
    @Nullable Speaker speaker,
    MessageContent content,
    @Nullable UUID commandId,
    @Nullable UUID quotes,
    Channel.WhenInDoubt whenInDoubt) {

  Utterance with(MessageContent other) {
    return new Utterance(sender, speaker, other, commandId, quotes, whenInDoubt);
  }

  /// What follows in the same breath; only the first part is found by its command, and quotes.
  Utterance next(MessageContent part) {
    return new Utterance(sender, speaker, part, null, null, whenInDoubt);
  }
}
