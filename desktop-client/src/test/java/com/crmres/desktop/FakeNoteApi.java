package com.crmres.desktop;

import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.NoteApi;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What staff note, asked for over a line that may be cut.
record FakeNoteApi(Restaurant restaurant, FakeKitchenApi.Line line) implements NoteApi {

  static final Colleague SARAH =
      new Colleague(
          World.SARAH.id(), World.SARAH.name(), World.SARAH.role(), World.SARAH.branchIds());

  @Override
  public Page<Note> notes(UUID conversationId, @Nullable String after) {
    return line.answer(() -> new Page<>(restaurant.handling().notes(conversationId), null));
  }

  @Override
  public Note write(UUID conversationId, WriteNoteRequest request) {
    return line.answer(() -> restaurant.handling().write(conversationId, SARAH, request));
  }

  @Override
  public void withdraw(UUID conversationId, UUID noteId) {
    var _ = line.answer(() -> restaurant.handling().withdraw(noteId));
  }

  @Override
  public Page<Note> mentions() {
    return line.answer(() -> new Page<>(restaurant.handling().mentions(SARAH.id()), null));
  }

  @Override
  public void seen(UUID noteId) {
    var _ = line.answer(() -> restaurant.handling().seen(noteId));
  }
}
