package com.crmres.common.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What hangs on a message besides its content.
///
/// @param replyTo the message it answers
/// @param forwarded how often, as far as WhatsApp tells
/// @param product the catalogue's product it asks about, our code of it
/// @param reactions at most one of each side
/// @param editedAt when its author last changed it; what it said before is kept
/// @param revokedAt when its author took it back; screens hide what it said
public record MessageMarks(
    @Nullable Quote replyTo,
    Forwarded forwarded,
    @Nullable Referral referral,
    @Nullable String product,
    List<Reaction> reactions,
    @Nullable Instant editedAt,
    @Nullable Instant revokedAt) {

  /// Of a message on which nothing hangs.
  public static final MessageMarks NONE =
      new MessageMarks(null, Forwarded.NO, null, null, List.of(), null, null);

  public MessageMarks {
    reactions = List.copyOf(reactions);
  }
}
