package com.crmres.desktop.queue;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Instant;
import java.util.Optional;
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
    return message(commandId, conversationId, content, author, failure.keptAt());
  }

  /// Nothing for what no customer is told.
  static Optional<MessageDetails> of(KeptCommand command, String author) {
    return content(command.deed())
        .map(content ->
            message(command.id(), command.deed().about(), content, author, command.at()));
  }

  private static Optional<MessageContent> content(Deed deed) {
    return switch (deed) {
      case Deed.Reply reply -> Optional.of(new MessageContent.Text(reply.request().text()));
      case Deed.Quote quote -> Optional.of(quote.request().content());
      case Deed.OrderMove _, Deed.TicketMove _, Deed.Note _, Deed.SoldOut _ -> Optional.empty();
    };
  }

  private static MessageDetails message(
      UUID id, UUID conversationId, MessageContent content, String author, Instant at) {
    return new MessageDetails(
        id,
        conversationId,
        Long.MAX_VALUE,
        Sender.STAFF,
        author,
        content,
        DeliveryStatus.QUEUED,
        null,
        at);
  }
}
