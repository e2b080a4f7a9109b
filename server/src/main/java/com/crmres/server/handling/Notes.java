package com.crmres.server.handling;

import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Principal;
import com.crmres.server.identity.Staffs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What staff note about a conversation for each other.
final class Notes {

  private static final int LONGEST_NOTE = 4_000;
  private static final int MOST_MENTIONS = 20;

  private final Conversations conversations;
  private final Staffs staffs;
  private final EventLog events;
  private final Clock clock;
  private final Ids ids;
  private final NoteStore store = new NoteStore();

  Notes(Conversations conversations, Staffs staffs, EventLog events, Clock clock, Ids ids) {
    this.conversations = conversations;
    this.staffs = staffs;
    this.events = events;
    this.clock = clock;
    this.ids = ids;
  }

  /// The notes of a conversation, the newest first.
  List<Note> of(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      @Nullable UUID after,
      int limit) {
    return store.of(transaction, restaurantId, conversationId, after, limit);
  }

  /// Notes something; the same command again is the same note.
  Note write(
      Transaction transaction, Principal author, UUID conversationId, WriteNoteRequest wish) {
    UUID restaurantId = author.restaurantId();
    @Nullable UUID branchId =
        conversations.lock(transaction, restaurantId, conversationId).branchId();
    Optional<Note> before = store.ofCommand(transaction, restaurantId, wish.commandId());
    if (before.isPresent()) {
      return same(before.get(), conversationId, wish);
    }
    check(transaction, restaurantId, branchId, wish);
    Note note =
        new Note(
            ids.next(),
            conversationId,
            author.staffId(),
            author.name(),
            wish.text().strip(),
            wish.mentions().stream().distinct().toList(),
            clock.instant(),
            false);
    store.add(transaction, restaurantId, note, wish.commandId());
    tell(transaction, restaurantId, note);
    return note;
  }

  /// Takes a note away; its author may, and whoever manages.
  ///
  /// @throws ApiException if it is somebody else's, or there is none
  void withdraw(Transaction transaction, Principal principal, UUID conversationId, UUID noteId) {
    UUID restaurantId = principal.restaurantId();
    conversations.lock(transaction, restaurantId, conversationId);
    Note note =
        store
            .find(transaction, restaurantId, noteId)
            .filter(found -> found.conversationId().equals(conversationId))
            .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    boolean manages = principal.role() == Role.OWNER || principal.role() == Role.MANAGER;
    if (!manages && !note.authorId().equals(principal.staffId())) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    if (store.withdraw(transaction, restaurantId, noteId, clock.instant())) {
      tell(transaction, restaurantId, store.find(transaction, restaurantId, noteId).orElseThrow());
    }
  }

  /// Notes that call somebody and that he has not looked at, the newest first.
  List<Note> callsFor(Transaction transaction, Principal principal, int limit) {
    return store.callsFor(
        transaction, principal.restaurantId(), principal.staffId(), principal.branchIds(), limit);
  }

  /// He has looked at a note that calls him.
  void seen(Transaction transaction, Principal principal, UUID noteId) {
    store.seen(transaction, principal.restaurantId(), principal.staffId(), noteId);
  }

  private static Note same(Note before, UUID conversationId, WriteNoteRequest wish) {
    boolean same =
        before.conversationId().equals(conversationId)
            && (before.withdrawn() || before.text().equals(wish.text().strip()));
    if (!same) {
      throw new ApiException(ErrorCode.COMMAND_REUSED);
    }
    return before;
  }

  private void check(
      Transaction transaction, UUID restaurantId, @Nullable UUID branchId, WriteNoteRequest wish) {
    Faults faults = new Faults().length("text", wish.text(), 1, LONGEST_NOTE);
    if (wish.text().indexOf('\0') >= 0) {
      faults.add("text", Rule.CHARACTERS);
    }
    if (wish.mentions().size() > MOST_MENTIONS) {
      faults.add("mentions", Rule.COUNT, 0, MOST_MENTIONS);
    }
    Set<UUID> reachable =
        staffs.colleagues(transaction, restaurantId).stream()
            .filter(colleague -> Colleagues.speaks(colleague, branchId))
            .map(Colleague::id)
            .collect(Collectors.toSet());
    for (int i = 0; i < wish.mentions().size(); i++) {
      if (!reachable.contains(wish.mentions().get(i))) {
        faults.add("mentions[%d]".formatted(i), Rule.UNKNOWN);
      }
    }
    faults.throwIfAny();
  }

  private void tell(Transaction transaction, UUID restaurantId, Note note) {
    @Nullable UUID branchId =
        conversations.rearranged(transaction, restaurantId, note.conversationId()).branchId();
    events.append(transaction, restaurantId, branchId, new LiveEvent.NoteChanged(note));
  }
}
