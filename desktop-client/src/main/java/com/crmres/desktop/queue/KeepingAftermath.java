package com.crmres.desktop.queue;

import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.connection.AftermathApi;
import java.util.List;
import java.util.UUID;

/// What became of things; a note for colleagues may wait.
record KeepingAftermath(AftermathApi server, CommandQueue queue) implements AftermathApi {

  @Override
  public Note note(UUID conversationId, WriteNoteRequest request) {
    return queue.ask(
        request.commandId(),
        () -> new Deed.Note(conversationId, request),
        () -> server.note(conversationId, request));
  }

  @Override
  public OrderSummary order(UUID orderId) {
    return server.order(orderId);
  }

  @Override
  public List<OrderEvent> steps(UUID orderId) {
    return server.steps(orderId);
  }

  @Override
  public List<Colleague> colleagues() {
    return server.colleagues();
  }
}
