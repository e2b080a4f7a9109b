package com.crmres.desktop.queue;

import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.NoteApi;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What staff note for each other: a new note may wait, all else needs the network.
record KeepingNotes(NoteApi server, CommandQueue queue) implements NoteApi {

  @Override
  public Note write(UUID conversationId, WriteNoteRequest request) {
    return queue.ask(
        request.commandId(),
        () -> new Deed.Note(conversationId, request),
        () -> server.write(conversationId, request));
  }

  @Override
  public Page<Note> notes(UUID conversationId, @Nullable String after) {
    return server.notes(conversationId, after);
  }

  @Override
  public void withdraw(UUID conversationId, UUID noteId) {
    server.withdraw(conversationId, noteId);
  }

  @Override
  public Page<Note> mentions() {
    return server.mentions();
  }

  @Override
  public void seen(UUID noteId) {
    server.seen(noteId);
  }
}
