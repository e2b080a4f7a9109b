package com.crmres.desktop.queue;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.connection.ServerFailure;
import java.util.UUID;

/// Words that wait for the network, as a message of the thread: it has the id of its command until
/// the server gives it one.
final class KeptWords {

  private KeptWords() {}

  /// @throws ServerFailure any but that they are kept
  static MessageDetails unless(
      ServerFailure failure,
      UUID commandId,
      UUID conversationId,
      MessageContent content,
      String author) {
    if (failure.kind() != ServerFailure.Kind.KEPT) {
      throw failure;
    }
    return new MessageDetails(
        commandId,
        conversationId,
        Long.MAX_VALUE,
        Sender.STAFF,
        author,
        content,
        DeliveryStatus.QUEUED,
        null,
        failure.keptAt());
  }
}
