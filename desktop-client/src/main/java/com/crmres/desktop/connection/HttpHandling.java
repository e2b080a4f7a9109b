package com.crmres.desktop.connection;

import com.crmres.common.conversation.AssignRequest;
import com.crmres.common.conversation.ConversationCounts;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ExportRequest;
import com.crmres.common.conversation.ExportedMessage;
import com.crmres.common.conversation.FilledReply;
import com.crmres.common.conversation.LabelRequest;
import com.crmres.common.conversation.PriorityRequest;
import com.crmres.common.conversation.ReadyReply;
import com.crmres.common.conversation.SnoozeRequest;
import com.crmres.common.conversation.UnreadRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.UUID;

/// What staff arrange among themselves about conversations, over HTTP.
final class HttpHandling implements HandlingApi {

  private final SignedExchange exchange;

  HttpHandling(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public ConversationSummary conversation(UUID conversationId) {
    return exchange.get(
        "/v1/conversations/" + conversationId, SignedExchange.type(ConversationSummary.class));
  }

  @Override
  public ConversationSummary assign(UUID conversationId, AssignRequest request) {
    return arranged(conversationId, "assign", request);
  }

  @Override
  public ConversationSummary snooze(UUID conversationId, SnoozeRequest request) {
    return arranged(conversationId, "snooze", request);
  }

  @Override
  public ConversationSummary prioritise(UUID conversationId, PriorityRequest request) {
    return arranged(conversationId, "priority", request);
  }

  @Override
  public ConversationSummary label(UUID conversationId, LabelRequest request) {
    return arranged(conversationId, "labels", request);
  }

  @Override
  public ConversationSummary mark(UUID conversationId, UnreadRequest request) {
    return arranged(conversationId, "unread", request);
  }

  @Override
  public Page<ExportedMessage> export(ExportRequest request) {
    return exchange.post("/v1/conversation-exports", request, new TypeReference<>() {});
  }

  private ConversationSummary arranged(UUID conversationId, String what, Object request) {
    return exchange.post(
        "/v1/conversations/%s/%s".formatted(conversationId, what),
        request,
        ConversationSummary.class);
  }

  @Override
  public void writing(UUID conversationId) {
    exchange.tell("/v1/conversations/%s/writing".formatted(conversationId));
  }

  @Override
  public ConversationCounts counts(UUID branchId) {
    return exchange.get(
        "/v1/conversation-counts?branch=" + branchId,
        SignedExchange.type(ConversationCounts.class));
  }

  @Override
  public Page<Colleague> colleagues() {
    return exchange.get("/v1/colleagues", new TypeReference<>() {});
  }

  @Override
  public Page<String> labels() {
    return exchange.get("/v1/labels", new TypeReference<>() {});
  }

  @Override
  public Page<FilledReply> readyReplies(UUID conversationId) {
    return exchange.get(
        "/v1/conversations/%s/ready-replies".formatted(conversationId), new TypeReference<>() {});
  }

  @Override
  public Page<ReadyReply> allReadyReplies() {
    return exchange.get("/v1/ready-replies", new TypeReference<>() {});
  }

  @Override
  public ReadyReply keep(ReadyReply reply) {
    return exchange.put("/v1/ready-replies/" + reply.id(), reply, ReadyReply.class);
  }

  @Override
  public void drop(UUID readyReplyId) {
    exchange.delete("/v1/ready-replies/" + readyReplyId);
  }
}
