package com.crmres.server.handling;

import com.crmres.common.conversation.Note;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of notes.
final class NoteStore {

  private static final String NOTES =
      """
      select n.id, n.conversation_id, n.author_id, n.author_name,
             case when n.withdrawn_at is null then n.text else '' end as text,
             n.mentions, n.at, n.withdrawn_at is not null as withdrawn
        from note n
      """;

  void add(Transaction transaction, UUID restaurantId, Note note, UUID commandId) {
    transaction
        .sql(
            """
            insert into note (restaurant_id, id, conversation_id, author_id, author_name, text,
                              mentions, command_id, at)
            values (:restaurant, :id, :conversation, :author, :name, :text,
                    cast(:mentions as uuid[]), :command, :at)
            """)
        .with("restaurant", restaurantId)
        .with("id", note.id())
        .with("conversation", note.conversationId())
        .with("author", note.authorId())
        .with("name", note.authorName())
        .with("text", note.text())
        .with("mentions", note.mentions().toArray(UUID[]::new))
        .with("command", commandId)
        .with("at", note.at())
        .update();
    transaction
        .sql(
            """
            insert into note_mention (restaurant_id, staff_id, note_id)
            select cast(:restaurant as uuid), staff, cast(:note as uuid)
              from unnest(cast(:mentions as uuid[])) staff
            """)
        .with("restaurant", restaurantId)
        .with("note", note.id())
        .with("mentions", note.mentions().toArray(UUID[]::new))
        .update();
  }

  List<Note> of(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      @Nullable UUID after,
      int limit) {
    return transaction
        .sql(
            NOTES
                + """
                 where n.restaurant_id = :restaurant and n.conversation_id = :conversation
                   and (cast(:after as uuid) is null
                        or (n.at, n.id) < (select a.at, a.id from note a
                                            where a.restaurant_id = :restaurant and a.id = :after))
                 order by n.at desc, n.id desc limit :limit
                """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("after", after)
        .with("limit", limit)
        .list(NoteStore::note);
  }

  Optional<Note> find(Transaction transaction, UUID restaurantId, UUID noteId) {
    return transaction
        .sql(NOTES + " where n.restaurant_id = :restaurant and n.id = :id")
        .with("restaurant", restaurantId)
        .with("id", noteId)
        .first(NoteStore::note);
  }

  Optional<Note> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql(NOTES + " where n.restaurant_id = :restaurant and n.command_id = :command")
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(NoteStore::note);
  }

  /// Whether it stood there until now.
  boolean withdraw(Transaction transaction, UUID restaurantId, UUID noteId, Instant now) {
    return transaction
            .sql(
                """
                update note set withdrawn_at = :now
                 where restaurant_id = :restaurant and id = :id and withdrawn_at is null
                """)
            .with("restaurant", restaurantId)
            .with("id", noteId)
            .with("now", now)
            .update()
        == 1;
  }

  List<Note> callsFor(
      Transaction transaction, UUID restaurantId, UUID staffId, Set<UUID> branches, int limit) {
    return transaction
        .sql(
            NOTES
                + """
                  join note_mention m on m.restaurant_id = n.restaurant_id and m.note_id = n.id
                  join conversation c on c.restaurant_id = n.restaurant_id and c.id = n.conversation_id
                 where n.restaurant_id = :restaurant and m.staff_id = :staff and n.withdrawn_at is null
                   and (c.branch_id is null or c.branch_id = any(cast(:branches as uuid[])))
                 order by n.at desc, n.id desc limit :limit
                """)
        .with("restaurant", restaurantId)
        .with("staff", staffId)
        .with("branches", branches.toArray(UUID[]::new))
        .with("limit", limit)
        .list(NoteStore::note);
  }

  void seen(Transaction transaction, UUID restaurantId, UUID staffId, UUID noteId) {
    transaction
        .sql(
            """
            delete from note_mention
             where restaurant_id = :restaurant and staff_id = :staff and note_id = :note
            """)
        .with("restaurant", restaurantId)
        .with("staff", staffId)
        .with("note", noteId)
        .update();
  }

  private static Note note(Row row) {
    return new Note(
        row.uuid("id"),
        row.uuid("conversation_id"),
        row.uuid("author_id"),
        row.text("author_name"),
        row.text("text"),
        row.uuids("mentions"),
        row.instant("at"),
        row.flag("withdrawn"));
  }
}
