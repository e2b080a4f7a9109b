package com.crmres.desktop.connection;

import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.wire.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What staff note for each other. Each call blocks and throws [ServerFailure].
public interface NoteApi {

  /// The newest first.
  ///
  /// @param after what the previous page named as next
  Page<Note> notes(UUID conversationId, @Nullable String after);

  /// The same command twice is one note.
  Note write(UUID conversationId, WriteNoteRequest request);

  void withdraw(UUID conversationId, UUID noteId);

  /// Notes that call the person and that he has not looked at, the newest first.
  Page<Note> mentions();

  void seen(UUID noteId);
}
