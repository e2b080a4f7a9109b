package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageDetails;

/// What came of a staff member's reply.
public sealed interface ReplyResult {

  /// It will be sent, or has been already if the command came twice.
  record Queued(MessageDetails message) implements ReplyResult {}

  /// The service window is over; only a template may be sent.
  record WindowClosed() implements ReplyResult {}

  /// The command's id was used for something else.
  record CommandReused() implements ReplyResult {}
}
