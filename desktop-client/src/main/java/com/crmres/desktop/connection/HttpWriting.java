package com.crmres.desktop.connection;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.UUID;

/// What staff write besides plain replies, over HTTP.
final class HttpWriting implements WritingApi {

  private final SignedExchange exchange;

  HttpWriting(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public MessageDetails send(UUID conversationId, SendRequest request) {
    return exchange.post(
        "/v1/conversations/%s/messages".formatted(conversationId), request, MessageDetails.class);
  }

  @Override
  public MessageDetails react(UUID conversationId, UUID messageId, ReactionRequest request) {
    return exchange.post(
        "/v1/conversations/%s/messages/%s/reaction".formatted(conversationId, messageId),
        request,
        MessageDetails.class);
  }

  @Override
  public List<MessageVersion> versions(UUID conversationId, UUID messageId) {
    Page<MessageVersion> page =
        exchange.get(
            "/v1/conversations/%s/messages/%s/versions".formatted(conversationId, messageId),
            new TypeReference<>() {});
    return page.items();
  }

  @Override
  public Page<TemplateDetails> templates() {
    return exchange.get("/v1/templates", new TypeReference<>() {});
  }

  @Override
  public MessageDetails sendTemplate(UUID conversationId, SendTemplateRequest request) {
    return exchange.post(
        "/v1/conversations/%s/templates".formatted(conversationId), request, MessageDetails.class);
  }

  @Override
  public void read(UUID conversationId) {
    exchange.tell("/v1/conversations/%s/read".formatted(conversationId));
  }

  @Override
  public void typing(UUID conversationId) {
    exchange.tell("/v1/conversations/%s/typing".formatted(conversationId));
  }
}
