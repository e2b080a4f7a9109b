package com.crmres.desktop.inbox;

import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.advice.Advice;
import com.crmres.desktop.bubble.Versions;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.handling.CollisionModel;
import com.crmres.desktop.handling.NotesModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The open conversation as staff see and answer it.
public final class ThreadModel {

  private final ServerApi api;
  private final Calls calls;
  private final StaffMember me;
  private final Consumer<ConversationSummary> changed;
  private final WritingModel writing;
  private final TemplatesModel templates;
  private final ThreadHistory history;
  private final Attention attention;
  private final CollisionModel collision;
  private final NotesModel notes;
  private final Advice advice;

  private final ReadOnlyObjectWrapper<@Nullable ConversationSummary> conversation =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper();

  ThreadModel(
      ServerApi api,
      Calls calls,
      StaffMember me,
      Supplier<UUID> commandIds,
      InstantSource clock,
      Consumer<ConversationSummary> changed,
      Supplier<List<Colleague>> colleagues) {
    this.api = api;
    this.calls = calls;
    this.me = me;
    this.changed = changed;
    this.history = new ThreadHistory(api, calls);
    this.attention = new Attention(api, calls, clock);
    this.collision = new CollisionModel(api.handling(), calls, me.id(), clock);
    this.notes = new NotesModel(api.notes(), calls, me, commandIds, colleagues);
    this.advice = new Advice(api.advice(), calls, me, commandIds, this::nothingWaits);
    this.writing = new WritingModel(api, calls, commandIds, clock, this::writes, this::added);
    this.templates = new TemplatesModel(api, calls, commandIds, this::added);
  }

  public ReadOnlyObjectProperty<@Nullable ConversationSummary> conversation() {
    return conversation.getReadOnlyProperty();
  }

  /// Oldest first.
  public ObservableList<MessageDetails> messages() {
    return history.messages();
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return history.state();
  }

  /// What is about to be said.
  public WritingModel writing() {
    return writing;
  }

  /// What may be said when free text may not.
  public TemplatesModel templates() {
    return templates;
  }

  /// What colleagues noted about it.
  public NotesModel notes() {
    return notes;
  }

  /// Who else is at work in it.
  public CollisionModel collision() {
    return collision;
  }

  private void writes() {
    attention.writes();
    collision.writes();
  }

  /// Whether what is shown ends before the newest message.
  public ReadOnlyBooleanProperty past() {
    return history.past();
  }

  /// The message to bring into sight.
  public ReadOnlyObjectProperty<@Nullable UUID> sought() {
    return history.sought();
  }

  void lookAt(UUID messageId, long sequence) {
    history.lookAt(messageId, sequence);
  }

  /// The messages after the last one shown.
  public void loadNewer() {
    history.loadNewer();
  }

  public void toNewest() {
    history.toNewest();
  }

  /// Notes as far back as messages are shown.
  List<Note> notesInSight() {
    List<MessageDetails> shown = messages();
    return notes.notes().stream()
        .filter(note ->
            history.reachesBeginning()
                || (!shown.isEmpty() && !note.at().isBefore(shown.getFirst().at())))
        .filter(
            note -> !past().get() || shown.isEmpty() || !note.at().isAfter(shown.getLast().at()))
        .toList();
  }

  void refused(ServerFailure why) {
    ConversationSummary present = conversation.get();
    if (present != null) {
      writing.failed(present.id(), why);
    }
  }

  /// Once a second.
  void tick() {
    writing.tick();
    collision.tick();
  }

  /// What the assistant says about it.
  public Advice advice() {
    return advice;
  }

  public StringProperty reply() {
    return writing.reply();
  }

  public ReadOnlyBooleanProperty sending() {
    return writing.sending();
  }

  /// Whether taking over, handing back or resolving is under way.
  public ReadOnlyBooleanProperty moving() {
    return moving.getReadOnlyProperty();
  }

  /// Why the last command did not go through; absent after the next one that does.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return writing.failure();
  }

  void open(ConversationSummary wanted) {
    ConversationSummary present = conversation.get();
    if (present != null && present.id().equals(wanted.id())) {
      return;
    }
    conversation.set(wanted);
    writing.open(wanted.id());
    templates.close();
    history.open(wanted.id());
    advice.open(wanted);
    notes.open(wanted.id());
    collision.open(wanted);
    if (mayWrite()) {
      attention.open(wanted.id());
    }
  }

  /// Whether a person has the conversation before him now.
  public void looking(boolean now) {
    attention.looking(now);
  }

  /// The open conversation is no more.
  void close() {
    conversation.set(null);
    templates.close();
    history.close();
    attention.close();
    advice.close();
    notes.open(null);
    collision.open(null);
  }

  /// What is known of these conversations is void; the next answer says how they stand.
  void forget(List<UUID> conversationIds) {
    ConversationSummary present = conversation.get();
    if (present != null && conversationIds.contains(present.id())) {
      history.forget();
    }
  }

  /// Asks for the newest messages again; those known stay.
  public void reload() {
    history.reload();
    advice.reload();
    notes.reload();
  }

  /// The messages before the oldest one shown.
  public void loadOlder() {
    history.loadOlder();
  }

  /// Whether free text may be sent now (WhatsApp's 24 hours).
  public boolean windowIsOpen(Instant now) {
    return window(now) != ServiceWindow.CLOSED;
  }

  public ServiceWindow window(Instant now) {
    ConversationSummary present = conversation.get();
    return present == null ? ServiceWindow.CLOSED : present.channel().window(now);
  }

  /// Whether another program has the thread.
  public boolean isStandby() {
    ConversationSummary present = conversation.get();
    return present != null && present.channel().standby();
  }

  public boolean mayWrite() {
    return me.role() == Role.OWNER || me.role() == Role.MANAGER || me.role() == Role.AGENT;
  }

  public boolean assistantAnswers() {
    ConversationSummary present = conversation.get();
    return present != null && present.answerer() == Answerer.ASSISTANT;
  }

  public boolean isMine() {
    ConversationSummary present = conversation.get();
    return present != null
        && present.answerer() == Answerer.STAFF
        && me.id().equals(present.assigneeId());
  }

  public boolean isResolved() {
    ConversationSummary present = conversation.get();
    return present != null && present.status() == ConversationStatus.RESOLVED;
  }

  /// Sends what is in the box; asks once where somebody else is at work.
  public void send() {
    ConversationSummary present = conversation.get();
    if (writing.isEmpty() || !collision.maySend()) {
      return;
    }
    Suggestion corrected = writing.corrected().get();
    if (corrected != null) {
      writing.sendCorrection(corrected, advice.suggestion());
    } else if (present != null) {
      writing.send(present);
    }
  }

  /// What messages said before they were changed, for whoever may audit them.
  Versions versions() {
    return new Versions() {
      @Override
      public boolean mayAsk() {
        return me.role() == Role.OWNER || me.role() == Role.MANAGER || me.role() == Role.AUDITOR;
      }

      @Override
      public void ask(
          UUID messageId, Consumer<List<MessageVersion>> answered, Consumer<ServerFailure> failed) {
        ConversationSummary present = conversation.get();
        if (present != null) {
          calls.ask(() -> api.writing().versions(present.id(), messageId), answered, failed);
        }
      }
    };
  }

  /// Looks for a template to send in the open conversation.
  public void chooseTemplate() {
    ConversationSummary present = conversation.get();
    if (present != null) {
      templates.open(present.id());
    }
  }

  public void takeOver() {
    move(api::takeOver);
  }

  public void handBack() {
    move(api::handBack);
  }

  public void resolve() {
    move(api::resolve);
  }

  private interface Move {
    ConversationSummary of(UUID conversationId);
  }

  private void move(Move move) {
    ConversationSummary present = conversation.get();
    if (present == null || moving.get()) {
      return;
    }
    moving.set(true);
    writing.began();
    calls.ask(
        () -> move.of(present.id()),
        after -> {
          moving.set(false);
          changed.accept(after);
        },
        why -> {
          moving.set(false);
          writing.failed(present.id(), why);
        });
  }

  void changed(ConversationSummary fresh) {
    ConversationSummary present = conversation.get();
    if (present != null
        && present.id().equals(fresh.id())
        && fresh.version() >= present.version()) {
      conversation.set(fresh);
      advice.changed(fresh);
      collision.changed(fresh);
    }
  }

  private void nothingWaits(UUID conversationId) {
    writing.nothingWaits(conversationId);
  }

  /// The assistant suggests an answer, or something became of one.
  void suggested(Suggestion news) {
    advice.happened(news);
    if (news.state() != SuggestionState.WAITING) {
      writing.over(news, news.state());
    }
  }

  void added(MessageDetails message) {
    if (message.sender() == Sender.STAFF) {
      collision.said(message.conversationId());
    }
    history.added(message);
    attention.heard(message);
  }

  /// Words wait here for the network.
  public void waits(MessageDetails words) {
    history.added(words);
  }

  /// Words that waited here for the network have an end.
  public void gone(UUID messageId) {
    history.gone(messageId);
  }

  /// A message changed in place; one that is not shown yet comes with its page.
  void changed(MessageDetails message) {
    history.changed(message);
  }

  void came(LiveEvent.MessageStatusChanged change) {
    history.came(change);
  }
}
