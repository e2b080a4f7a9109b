package com.crmres.desktop;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationCounts;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ExportedMessage;
import com.crmres.common.conversation.FilledReply;
import com.crmres.common.conversation.Handling;
import com.crmres.common.conversation.LabelRequest;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.Priority;
import com.crmres.common.conversation.SnoozeRequest;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// What staff arrange among themselves, in memory: the rules of docs/api.md.
public final class FakeHandling {

  private final Restaurant restaurant;
  private final Clock clock;
  private final List<Note> notes = new ArrayList<>();
  private final Map<UUID, Note> notesByCommand = new HashMap<>();
  private final Set<UUID> seen = new HashSet<>();
  private final Set<UUID> refused = new HashSet<>();
  private final List<UUID> writing = new ArrayList<>();
  private List<FilledReply> ready =
      List.of(
          new FilledReply(
              World.id("ready hours"),
              "مواعيد",
              "حياك الله نورة، نستقبلك في فرع العليا من 12 ظهرًا إلى 1 صباحًا.",
              List.of()),
          new FilledReply(
              World.id("ready sorry"),
              "عذر",
              "نعتذر منك يا نورة، ونعوضك في طلبك القادم 🌹",
              List.of()),
          new FilledReply(
              World.id("ready order"),
              "order",
              "Your order {order} is on its way, Sarah from Olaya branch.",
              List.of("order")));

  private final FakeReadyReplies written = new FakeReadyReplies();

  FakeHandling(Restaurant restaurant, Clock clock) {
    this.restaurant = restaurant;
    this.clock = clock;
  }

  /// Errands with this conversation are refused.
  public synchronized void refuses(UUID conversationId) {
    refused.add(conversationId);
  }

  public synchronized void readyReplies(List<FilledReply> these) {
    ready = these;
  }

  /// Those whom the restaurant knows besides, after the usual three.
  public List<Colleague> colleagues() {
    List<Colleague> all = new ArrayList<>();
    all.add(World.KHALED);
    all.add(World.MAHA);
    all.add(
        new Colleague(
            World.SARAH.id(), World.SARAH.name(), World.SARAH.role(), World.SARAH.branchIds()));
    all.addAll(restaurant.colleagues());
    return all;
  }

  public synchronized List<FilledReply> readyReplies() {
    return ready;
  }

  public synchronized ConversationSummary assign(UUID id, UUID staffId) {
    check(id);
    Colleague to =
        colleagues().stream().filter(one -> one.id().equals(staffId)).findFirst().orElseThrow();
    return restaurant.takenOver(
        id, new StaffMember(to.id(), World.id("noor"), to.name(), "", to.role(), to.branchIds()));
  }

  private void check(UUID id) {
    if (refused.contains(id)) {
      throw Restaurant.refusal("CHANGED_MEANWHILE", "صارت هذه المحادثة جزءًا من أخرى.");
    }
  }

  public synchronized ConversationSummary snooze(UUID id, SnoozeRequest request) {
    check(id);
    Integer minutes = request.minutes();
    Instant until = minutes == null ? null : clock.instant().plus(Duration.ofMinutes(minutes));
    Handling old = restaurant.conversation(id).handling();
    return restaurant.arranged(id, new Handling(old.priority(), old.labels(), until, old.notes()));
  }

  public synchronized ConversationSummary prioritise(UUID id, Priority priority) {
    check(id);
    Handling old = restaurant.conversation(id).handling();
    return restaurant.arranged(
        id, new Handling(priority, old.labels(), old.snoozedUntil(), old.notes()));
  }

  public synchronized ConversationSummary label(UUID id, LabelRequest request) {
    check(id);
    Handling old = restaurant.conversation(id).handling();
    var labels = new TreeSet<>(old.labels());
    labels.addAll(request.add());
    request.remove().forEach(labels::remove);
    return restaurant.arranged(
        id, new Handling(old.priority(), List.copyOf(labels), old.snoozedUntil(), old.notes()));
  }

  public synchronized ConversationSummary mark(UUID id, boolean unread) {
    check(id);
    return restaurant.marked(id, unread ? Math.max(1, restaurant.conversation(id).unread()) : 0);
  }

  public synchronized List<ExportedMessage> export(List<UUID> ids) {
    List<ExportedMessage> all = new ArrayList<>();
    for (UUID id : ids) {
      check(id);
      ConversationSummary one = restaurant.conversation(id);
      for (MessageDetails message : restaurant.newestFirst(id, Long.MAX_VALUE).reversed()) {
        all.add(
            new ExportedMessage(
                id,
                one.customer().name(),
                one.customer().phone(),
                message.sender(),
                message.authorName(),
                message.content().preview(),
                message.at()));
      }
    }
    return all;
  }

  /// Replies as they were written, before they are filled.
  public FakeReadyReplies written() {
    return written;
  }

  public synchronized List<String> labels() {
    var labels = new TreeSet<String>();
    restaurant.conversations("").forEach(one -> labels.addAll(one.handling().labels()));
    return List.copyOf(labels);
  }

  public synchronized ConversationCounts counts(UUID me) {
    Instant now = clock.instant();
    List<ConversationSummary> open =
        restaurant.conversations("").stream()
            .filter(one ->
                one.status() == ConversationStatus.ACTIVE
                    || one.status() == ConversationStatus.ESCALATED)
            .toList();
    List<ConversationSummary> awake =
        open.stream().filter(one -> !one.handling().isAsleep(now)).toList();
    return new ConversationCounts(
        (int) awake.stream().filter(one -> me.equals(one.assigneeId())).count(),
        (int)
            awake.stream()
                .filter(one -> one.answerer() == Answerer.STAFF && one.assigneeId() == null)
                .count(),
        (int) awake.stream().filter(one -> one.answerer() == Answerer.ASSISTANT).count(),
        (int) awake.stream().filter(one -> one.status() == ConversationStatus.ESCALATED).count(),
        awake.size(),
        open.size() - awake.size());
  }

  public synchronized String writing(UUID conversationId) {
    writing.add(conversationId);
    return "";
  }

  public synchronized List<UUID> writing() {
    return List.copyOf(writing);
  }

  public synchronized List<Note> notes(UUID conversationId) {
    return notes.stream()
        .filter(note -> note.conversationId().equals(conversationId))
        .toList()
        .reversed();
  }

  /// The same command twice is one note.
  public synchronized Note write(UUID conversationId, Colleague author, WriteNoteRequest request) {
    Note known = notesByCommand.get(request.commandId());
    if (known != null) {
      return known;
    }
    Note note = note(conversationId, author, request.text(), request.mentions(), clock.instant());
    notesByCommand.put(request.commandId(), note);
    return note;
  }

  /// Somebody noted it at some time, and open screens hear of it.
  public synchronized Note note(
      UUID conversationId, Colleague author, String text, List<UUID> mentions, Instant at) {
    var note =
        new Note(
            World.id(conversationId + text),
            conversationId,
            author.id(),
            author.name(),
            text,
            mentions,
            at,
            false);
    notes.add(note);
    Handling old = restaurant.conversation(conversationId).handling();
    var _ =
        restaurant.arranged(
            conversationId,
            new Handling(old.priority(), old.labels(), old.snoozedUntil(), old.notes() + 1));
    restaurant.tell(new LiveEvent.NoteChanged(note));
    return note;
  }

  public synchronized String withdraw(UUID noteId) {
    for (Note note : List.copyOf(notes)) {
      if (note.id().equals(noteId)) {
        notes.remove(note);
        restaurant.tell(
            new LiveEvent.NoteChanged(
                new Note(
                    note.id(),
                    note.conversationId(),
                    note.authorId(),
                    note.authorName(),
                    "",
                    note.mentions(),
                    note.at(),
                    true)));
      }
    }
    return "";
  }

  public synchronized List<Note> mentions(UUID me) {
    return notes.stream()
        .filter(note -> note.mentions().contains(me) && !seen.contains(note.id()))
        .toList()
        .reversed();
  }

  public synchronized String seen(UUID noteId) {
    seen.add(noteId);
    return "";
  }
}
