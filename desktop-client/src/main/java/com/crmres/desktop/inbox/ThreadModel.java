package com.crmres.desktop.inbox;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The open conversation as staff see and answer it.
public final class ThreadModel {

  private final ServerApi api;
  private final Calls calls;
  private final StaffMember me;
  private final Consumer<ConversationSummary> changed;
  private final Drafts drafts;
  private final ThreadHistory history;

  private final ReadOnlyObjectWrapper<@Nullable ConversationSummary> conversation =
      new ReadOnlyObjectWrapper<>();
  private final StringProperty reply = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper sending = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();

  ThreadModel(
      ServerApi api,
      Calls calls,
      StaffMember me,
      Supplier<UUID> commandIds,
      Consumer<ConversationSummary> changed) {
    this.api = api;
    this.calls = calls;
    this.me = me;
    this.changed = changed;
    this.drafts = new Drafts(commandIds);
    this.history = new ThreadHistory(api, calls);
    reply.subscribe(this::keepDraft);
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

  public StringProperty reply() {
    return reply;
  }

  public ReadOnlyBooleanProperty sending() {
    return sending.getReadOnlyProperty();
  }

  /// Whether taking over, handing back or resolving is under way.
  public ReadOnlyBooleanProperty moving() {
    return moving.getReadOnlyProperty();
  }

  /// Why the last command did not go through; absent after the next one that does.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  void open(ConversationSummary wanted) {
    ConversationSummary present = conversation.get();
    if (present != null && present.id().equals(wanted.id())) {
      return;
    }
    failure.set(null);
    conversation.set(wanted);
    reply.set(drafts.text(wanted.id()));
    history.open(wanted.id());
  }

  private void keepDraft(String text) {
    ConversationSummary present = conversation.get();
    if (present != null) {
      drafts.typed(present.id(), text);
    }
  }

  /// Asks for the newest messages again; those known stay.
  public void reload() {
    history.reload();
  }

  /// The messages before the oldest one shown.
  public void loadOlder() {
    history.loadOlder();
  }

  /// Whether free text may be sent now (WhatsApp's 24 hours).
  public boolean windowIsOpen(Instant now) {
    ConversationSummary present = conversation.get();
    Instant until = present == null ? null : present.channel().windowUntil();
    return until != null && now.isBefore(until);
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

  /// Sends what is in the box; takes over first if nobody of us has, so that there is one voice.
  public void send() {
    ConversationSummary present = conversation.get();
    String text = reply.get().strip();
    if (present == null || text.isEmpty() || sending.get()) {
      return;
    }
    ReplyRequest command = drafts.command(present.id(), text);
    boolean alone = present.assigneeId() == null;
    sending.set(true);
    failure.set(null);
    calls.ask(
        () -> {
          if (alone) {
            api.takeOver(present.id());
          }
          return api.reply(present.id(), command);
        },
        message -> sent(present.id(), command, message),
        why -> notSent(present.id(), why));
  }

  private void sent(UUID conversationId, ReplyRequest command, MessageDetails message) {
    sending.set(false);
    drafts.sent(conversationId, command);
    if (isOpen(conversationId)) {
      reply.set(drafts.text(conversationId));
      added(message);
    }
  }

  private void notSent(UUID conversationId, ServerFailure why) {
    sending.set(false);
    if (isOpen(conversationId)) {
      failure.set(why);
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
    failure.set(null);
    calls.ask(
        () -> move.of(present.id()),
        after -> {
          moving.set(false);
          changed.accept(after);
        },
        why -> {
          moving.set(false);
          notSent(present.id(), why);
        });
  }

  void changed(ConversationSummary fresh) {
    ConversationSummary present = conversation.get();
    if (present != null
        && present.id().equals(fresh.id())
        && fresh.version() >= present.version()) {
      conversation.set(fresh);
    }
  }

  void added(MessageDetails message) {
    history.added(message);
  }

  void came(LiveEvent.MessageStatusChanged change) {
    history.came(change);
  }

  private boolean isOpen(UUID conversationId) {
    ConversationSummary present = conversation.get();
    return present != null && present.id().equals(conversationId);
  }
}
