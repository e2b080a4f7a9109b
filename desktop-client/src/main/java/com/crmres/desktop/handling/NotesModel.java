package com.crmres.desktop.handling;

import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.NoteApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What colleagues noted about the open conversation, and what one is about to note.
public final class NotesModel {

  private static final int LONGEST = 4000;
  private static final int MOST_CALLED = 20;

  private final NoteApi api;
  private final Calls calls;
  private final StaffMember me;
  private final Supplier<UUID> commandIds;
  private final Mentions mentions;
  private final ObservableList<Note> notes = FXCollections.observableArrayList();
  private final ObservableList<Note> readableNotes =
      FXCollections.unmodifiableObservableList(notes);
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();

  /// What was typed and not kept yet, for each conversation, with the command that keeps it.
  private final Map<UUID, String> drafts = new HashMap<>();

  private @Nullable WriteNoteRequest onItsWay;
  private @Nullable UUID conversationId;

  /// Begins closed.
  ///
  /// @param colleagues whom a note may call; blocks
  public NotesModel(
      NoteApi api,
      Calls calls,
      StaffMember me,
      Supplier<UUID> commandIds,
      Supplier<List<Colleague>> colleagues) {
    this.api = api;
    this.calls = calls;
    this.me = me;
    this.commandIds = commandIds;
    this.mentions = new Mentions(calls, colleagues);
    text.subscribe(this::keep);
  }

  /// The oldest first.
  public ObservableList<Note> notes() {
    return readableNotes;
  }

  /// What is about to be noted.
  public StringProperty text() {
    return text;
  }

  /// Whom it may call.
  public Mentions mentions() {
    return mentions;
  }

  public ReadOnlyBooleanProperty saving() {
    return saving.getReadOnlyProperty();
  }

  /// Why the last note was not kept or withdrawn.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  public boolean mayWrite() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER || me.role() == Role.AGENT;
  }

  public boolean mayWithdraw(Note note) {
    return note.authorId().equals(me.id()) || me.role() == Role.OWNER || me.role() == Role.MANAGER;
  }

  public boolean callsMe(Note note) {
    return note.mentions().contains(me.id());
  }

  public void open(@Nullable UUID wanted) {
    conversationId = null;
    failure.set(null);
    notes.clear();
    text.set(wanted == null ? "" : drafts.getOrDefault(wanted, ""));
    conversationId = wanted;
    reload();
  }

  public void reload() {
    UUID open = conversationId;
    if (open != null) {
      page(open, null);
    }
  }

  /// All pages: there are few notes about one conversation.
  private void page(UUID open, @Nullable String after) {
    calls.ask(() -> api.notes(open, after), page -> came(open, page), why -> {});
  }

  private void came(UUID open, Page<Note> page) {
    if (open.equals(conversationId)) {
      page.items().forEach(this::put);
      if (page.next() != null) {
        page(open, page.next());
      }
    }
  }

  public void heard(Note note) {
    if (note.conversationId().equals(conversationId)) {
      put(note);
    }
  }

  private void put(Note note) {
    notes.removeIf(one -> one.id().equals(note.id()));
    if (!note.withdrawn()) {
      notes.add(note);
      notes.sort(Comparator.comparing(Note::at).thenComparing(Note::id));
    }
  }

  private void keep(String words) {
    UUID open = conversationId;
    if (open != null) {
      drafts.put(open, words);
    }
  }

  /// Keeps what was typed; the same command until it is kept, so that a retry is one note.
  public void save() {
    UUID open = conversationId;
    String words = text.get().strip();
    if (open == null || words.isEmpty() || saving.get() || words.length() > LONGEST) {
      return;
    }
    WriteNoteRequest request = request(words);
    onItsWay = request;
    saving.set(true);
    failure.set(null);
    calls.ask(() -> api.write(open, request), this::kept, this::notKept);
  }

  private WriteNoteRequest request(String words) {
    List<UUID> called = mentions.calledBy(words).stream().limit(MOST_CALLED).toList();
    WriteNoteRequest last = onItsWay;
    return last != null && last.text().equals(words) && last.mentions().equals(called)
        ? last
        : new WriteNoteRequest(commandIds.get(), words, called);
  }

  private void kept(Note note) {
    saving.set(false);
    onItsWay = null;
    drafts.remove(note.conversationId());
    if (note.conversationId().equals(conversationId)) {
      text.set("");
      put(note);
    }
  }

  private void notKept(ServerFailure why) {
    saving.set(false);
    failure.set(why);
    UUID open = conversationId;
    if (why.kind() == ServerFailure.Kind.KEPT && open != null) {
      // It is on this machine's disk and goes out by itself.
      onItsWay = null;
      drafts.remove(open);
      text.set("");
    }
  }

  public void withdraw(Note note) {
    failure.set(null);
    calls.ask(
        () -> {
          api.withdraw(note.conversationId(), note.id());
          return note;
        },
        gone -> notes.removeIf(one -> one.id().equals(gone.id())),
        failure::set);
  }
}
