package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What was said in the open conversation, asked for page by page.
final class ThreadHistory {

  private final ServerApi api;
  private final Calls calls;
  private final MessageTrail trail = new MessageTrail();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.EMPTY);
  private @Nullable UUID conversationId;
  private @Nullable String before;

  /// Whether it is known how far the history of this conversation reaches.
  private boolean begun;

  ThreadHistory(ServerApi api, Calls calls) {
    this.api = api;
    this.calls = calls;
  }

  /// Oldest first.
  ObservableList<MessageDetails> messages() {
    return trail.messages();
  }

  ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  void open(UUID wanted) {
    conversationId = wanted;
    forget();
    reload();
  }

  /// Nothing that is known stays.
  void close() {
    trail.clear();
    conversationId = null;
    state.set(ListState.EMPTY);
  }

  /// Forgets what is known, which the next answer replaces.
  void forget() {
    trail.clear();
    before = null;
    begun = false;
    state.set(ListState.LOADING);
  }

  /// Asks for the newest messages again; those known stay.
  void reload() {
    UUID open = conversationId;
    if (open != null) {
      ask(
          open,
          null,
          this::newest,
          why -> state.set(trail.isEmpty() ? ListState.FAILED : ListState.READY));
    }
  }

  private void newest(Page<MessageDetails> page) {
    boolean gap = trail.addNewest(page.items());
    if (gap || !begun) {
      before = page.next();
      begun = true;
    }
    state.set(trail.isEmpty() ? ListState.EMPTY : ListState.READY);
  }

  /// The messages before the oldest one shown.
  void loadOlder() {
    UUID open = conversationId;
    String from = before;
    if (open == null || from == null) {
      return;
    }
    before = null;
    ask(open, from, this::older, why -> before = from);
  }

  private void older(Page<MessageDetails> page) {
    page.items().forEach(trail::add);
    before = page.next();
  }

  /// An answer that comes when another conversation is open is not shown.
  private void ask(
      UUID asked,
      @Nullable String from,
      Consumer<Page<MessageDetails>> answered,
      Consumer<ServerFailure> failed) {
    calls.ask(
        () -> api.messages(asked, from),
        page -> {
          if (isOpen(asked)) {
            answered.accept(page);
          }
        },
        why -> {
          if (isOpen(asked)) {
            failed.accept(why);
          }
        });
  }

  void added(MessageDetails message) {
    if (isOpen(message.conversationId())) {
      trail.add(message);
      if (state.get() == ListState.EMPTY) {
        state.set(ListState.READY);
      }
    }
  }

  /// It stands in the thread under another id by now, or not at all.
  void gone(UUID messageId) {
    trail.remove(messageId);
  }

  void changed(MessageDetails message) {
    if (isOpen(message.conversationId()) && trail.has(message.id())) {
      trail.add(message);
    }
  }

  void came(LiveEvent.MessageStatusChanged change) {
    if (isOpen(change.conversationId())) {
      trail.came(change.messageId(), change.status(), change.failure());
    }
  }

  private boolean isOpen(UUID id) {
    return id.equals(conversationId);
  }
}
