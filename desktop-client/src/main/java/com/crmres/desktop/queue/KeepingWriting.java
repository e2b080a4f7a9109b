package com.crmres.desktop.queue;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.connection.WritingApi;
import java.util.List;
import java.util.UUID;

/// What staff write: words that answer a message are kept, files and templates are not.
record KeepingWriting(WritingApi server, CommandQueue queue, String me) implements WritingApi {

  @Override
  public MessageDetails send(UUID conversationId, SendRequest request) {
    if (!SafeDeeds.isSafe(request)) {
      return server.send(conversationId, request);
    }
    try {
      return queue.ask(
          request.commandId(),
          () -> new Deed.Quote(conversationId, request),
          () -> server.send(conversationId, request));
    } catch (ServerFailure failure) {
      return KeptWords.unless(failure, request.commandId(), conversationId, request.content(), me);
    }
  }

  @Override
  public MessageDetails react(UUID conversationId, UUID messageId, ReactionRequest request) {
    return server.react(conversationId, messageId, request);
  }

  @Override
  public List<MessageVersion> versions(UUID conversationId, UUID messageId) {
    return server.versions(conversationId, messageId);
  }

  @Override
  public Page<TemplateDetails> templates() {
    return server.templates();
  }

  @Override
  public MessageDetails sendTemplate(UUID conversationId, SendTemplateRequest request) {
    return server.sendTemplate(conversationId, request);
  }

  @Override
  public void read(UUID conversationId) {
    server.read(conversationId);
  }

  @Override
  public void typing(UUID conversationId) {
    server.typing(conversationId);
  }
}
