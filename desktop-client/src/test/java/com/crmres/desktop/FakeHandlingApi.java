package com.crmres.desktop;

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
import com.crmres.desktop.connection.HandlingApi;
import java.util.UUID;

/// What staff arrange, asked for over a line that may be cut.
record FakeHandlingApi(Restaurant restaurant, FakeKitchenApi.Line line) implements HandlingApi {

  @Override
  public ConversationSummary conversation(UUID conversationId) {
    return line.answer(() -> restaurant.conversation(conversationId));
  }

  @Override
  public ConversationSummary assign(UUID conversationId, AssignRequest request) {
    return line.answer(() -> restaurant.handling().assign(conversationId, request.staffId()));
  }

  @Override
  public ConversationSummary snooze(UUID conversationId, SnoozeRequest request) {
    return line.answer(() -> restaurant.handling().snooze(conversationId, request));
  }

  @Override
  public ConversationSummary prioritise(UUID conversationId, PriorityRequest request) {
    return line.answer(() -> restaurant.handling().prioritise(conversationId, request.priority()));
  }

  @Override
  public ConversationSummary label(UUID conversationId, LabelRequest request) {
    return line.answer(() -> restaurant.handling().label(conversationId, request));
  }

  @Override
  public ConversationSummary mark(UUID conversationId, UnreadRequest request) {
    return line.answer(() -> restaurant.handling().mark(conversationId, request.unread()));
  }

  @Override
  public Page<ExportedMessage> export(ExportRequest request) {
    return line.answer(
        () -> new Page<>(restaurant.handling().export(request.conversationIds()), null));
  }

  @Override
  public void writing(UUID conversationId) {
    var _ = line.answer(() -> restaurant.handling().writing(conversationId));
  }

  @Override
  public ConversationCounts counts(UUID branchId) {
    return line.answer(() -> restaurant.handling().counts(World.SARAH.id()));
  }

  @Override
  public Page<Colleague> colleagues() {
    return line.answer(() -> new Page<>(restaurant.handling().colleagues(), null));
  }

  @Override
  public Page<String> labels() {
    return line.answer(() -> new Page<>(restaurant.handling().labels(), null));
  }

  @Override
  public Page<FilledReply> readyReplies(UUID conversationId) {
    return line.answer(() -> new Page<>(restaurant.handling().readyReplies(), null));
  }

  @Override
  public Page<ReadyReply> allReadyReplies() {
    return line.answer(() -> new Page<>(restaurant.handling().written().all(), null));
  }

  @Override
  public ReadyReply keep(ReadyReply reply) {
    return line.answer(() -> restaurant.handling().written().keep(reply));
  }

  @Override
  public void drop(UUID readyReplyId) {
    var _ = line.answer(() -> restaurant.handling().written().drop(readyReplyId));
  }
}
