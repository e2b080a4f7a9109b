package com.crmres.server.conversation;

import com.crmres.common.conversation.Forwarded;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Referral;
import com.crmres.server.customer.Identifiers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a customer wrote, as the channel read it.
///
/// @param phoneNumberId our number he wrote to
/// @param profileName the name he gave himself, untrusted
/// @param wamid WhatsApp's id of the message; the same id again changes nothing
/// @param mentions what it refers to
/// @param raw the channel's own JSON of it
/// @param at when he wrote it, in whole seconds
/// @param wantsAnswer false for what is no utterance: a change of number, the opening of a chat
public record InboundMessage(
    String phoneNumberId,
    Identifiers sender,
    @Nullable String profileName,
    String wamid,
    MessageContent content,
    Mentions mentions,
    String raw,
    Instant at,
    boolean wantsAnswer) {

  /// The same as something nobody is to answer.
  public InboundMessage silent() {
    return with(content, false);
  }

  /// This event as the message it is about.
  InboundMessage as(String target, MessageContent says, boolean answerWanted) {
    return new InboundMessage(
        phoneNumberId, sender, profileName, target, says, mentions, raw, at, answerWanted);
  }

  /// The same message with other content.
  InboundMessage with(MessageContent says, boolean answerWanted) {
    return as(wamid, says, answerWanted);
  }

  /// What a message refers to besides what it says.
  ///
  /// @param wamid of the message it answers, which may be unknown here
  /// @param referral the advertisement he came from; its words are not his
  /// @param product our code of the catalogue's product he asks about
  public record Mentions(
      @Nullable String wamid,
      Forwarded forwarded,
      @Nullable Referral referral,
      @Nullable String product) {

    /// Of a message that stands for itself.
    public static final Mentions NONE = new Mentions(null, Forwarded.NO, null, null);
  }
}
