package com.crmres.desktop.handling;

import com.crmres.common.conversation.Note;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.NoteApi;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Notes that call the person and that he has not looked at.
public final class CallsForMe {

  private final NoteApi api;
  private final Calls calls;
  private final UUID me;
  private final ObservableList<Note> notes = FXCollections.observableArrayList();
  private final ObservableList<Note> readableNotes =
      FXCollections.unmodifiableObservableList(notes);

  public CallsForMe(NoteApi api, Calls calls, UUID me) {
    this.api = api;
    this.calls = calls;
    this.me = me;
  }

  /// The newest first.
  public ObservableList<Note> notes() {
    return readableNotes;
  }

  public void reload() {
    calls.ask(api::mentions, page -> notes.setAll(page.items()), why -> {});
  }

  public void heard(Note note) {
    notes.removeIf(one -> one.id().equals(note.id()));
    boolean called = note.mentions().contains(me) && !note.authorId().equals(me);
    if (called && !note.withdrawn()) {
      notes.addFirst(note);
    }
  }

  /// He looked at all that call him in a conversation.
  public void seenIn(UUID conversationId) {
    for (Note note : notes.stream().toList()) {
      if (note.conversationId().equals(conversationId)) {
        calls.ask(
            () -> {
              api.seen(note.id());
              return note;
            },
            seen -> notes.remove(note),
            why -> {});
      }
    }
  }
}
