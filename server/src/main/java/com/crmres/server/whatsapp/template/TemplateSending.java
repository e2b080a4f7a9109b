package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.ReplyResult;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.database.Transaction;
import java.util.Optional;
import java.util.UUID;

/// Sends a template in the name of a staff member, whatever the service window says.
public final class TemplateSending {

  private final Templates templates;
  private final Conversations conversations;

  public TemplateSending(Templates templates, Conversations conversations) {
    this.templates = templates;
    this.conversations = conversations;
  }

  /// What came of it.
  sealed interface Result {
    record Queued(MessageDetails message) implements Result {}

    record Refused(FillResult.Refused refusal) implements Result {}

    /// The command's id was used for something else.
    record CommandReused() implements Result {}
  }

  /// Sends it and takes the conversation over. The same command twice is one message, even if the
  /// template has been paused since.
  Result send(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Speaker speaker,
      SendTemplateRequest request) {
    Optional<MessageDetails> before =
        conversations.ofCommand(transaction, restaurantId, request.commandId());
    if (before.isPresent()) {
      return isSame(before.get(), conversationId, request)
          ? new Result.Queued(before.get())
          : new Result.CommandReused();
    }
    FillResult filled =
        templates.fill(
            transaction,
            restaurantId,
            conversationId,
            request.name(),
            request.language(),
            request.category(),
            new Parameters(request.header(), request.parameters(), request.buttons()));
    return switch (filled) {
      case FillResult.Refused refusal -> new Result.Refused(refusal);
      case FillResult.Filled(MessageContent.Template content) ->
          queue(transaction, restaurantId, conversationId, speaker, request.commandId(), content);
    };
  }

  private Result queue(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Speaker speaker,
      UUID commandId,
      MessageContent.Template content) {
    return switch (conversations.send(
        transaction,
        restaurantId,
        conversationId,
        speaker,
        new SendRequest(commandId, content, null))) {
      case ReplyResult.Queued(MessageDetails message) -> new Result.Queued(message);
      case ReplyResult.CommandReused() -> new Result.CommandReused();
      case ReplyResult other ->
          throw new IllegalStateException("a filled template was refused: " + other);
    };
  }

  private static boolean isSame(
      MessageDetails before, UUID conversationId, SendTemplateRequest request) {
    return before.conversationId().equals(conversationId)
        && before.content() instanceof MessageContent.Template template
        && template.name().equals(request.name())
        && template.language().equals(request.language());
  }
}
