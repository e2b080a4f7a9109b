package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.customer.Identifiers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a customer wrote, as the channel read it.
///
/// @param phoneNumberId our number he wrote to
/// @param profileName the name he gave himself, untrusted
/// @param wamid WhatsApp's id of the message; the same id again changes nothing
/// @param raw the channel's own JSON of it
/// @param at when he wrote it, in whole seconds
/// @param wantsAnswer false for what is no utterance: a reaction, an edit, a change of number
public record InboundMessage(
    String phoneNumberId,
    Identifiers sender,
    @Nullable String profileName,
    String wamid,
    MessageContent content,
    String raw,
    Instant at,
    boolean wantsAnswer) {

  /// The same as something nobody is to answer.
  public InboundMessage silent() {
    return new InboundMessage(phoneNumberId, sender, profileName, wamid, content, raw, at, false);
  }
}
