package com.crmres.desktop.connection;

import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What staff note for each other, over HTTP.
final class HttpNotes implements NoteApi {

  private final SignedExchange exchange;

  HttpNotes(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Page<Note> notes(UUID conversationId, @Nullable String after) {
    return exchange.get(
        "/v1/conversations/%s/notes?limit=100".formatted(conversationId)
            + (after == null ? "" : "&after=" + after),
        new TypeReference<>() {});
  }

  @Override
  public Note write(UUID conversationId, WriteNoteRequest request) {
    return exchange.post(
        "/v1/conversations/%s/notes".formatted(conversationId), request, Note.class);
  }

  @Override
  public void withdraw(UUID conversationId, UUID noteId) {
    exchange.delete("/v1/conversations/%s/notes/%s".formatted(conversationId, noteId));
  }

  @Override
  public Page<Note> mentions() {
    return exchange.get("/v1/me/mentions", new TypeReference<>() {});
  }

  @Override
  public void seen(UUID noteId) {
    exchange.tell("/v1/me/mentions/%s/seen".formatted(noteId));
  }
}
