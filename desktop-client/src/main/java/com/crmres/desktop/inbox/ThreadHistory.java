package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
  private final HistoryAround around;
  private @Nullable UUID conversationId;
  private @Nullable String before;
  private boolean loadingNewer;

  /// Whether it is known how far the history of this conversation reaches.
  private boolean begun;

  /// Whether what is shown ends before the newest message.
  private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper();

  /// The message to bring into sight.
  private final ReadOnlyObjectWrapper<@Nullable UUID> sought = new ReadOnlyObjectWrapper<>();

  ThreadHistory(ServerApi api, Calls calls) {
    this.api = api;
    this.calls = calls;
    this.around = new HistoryAround(api);
  }

  /// Oldest first.
  ObservableList<MessageDetails> messages() {
    return trail.messages();
  }

  ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty past() {
    return past.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable UUID> sought() {
    return sought.getReadOnlyProperty();
  }

  /// Whether nothing was said before the oldest message shown.
  boolean reachesBeginning() {
    return begun && before == null;
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
    loadingNewer = false;
    past.set(false);
    sought.set(null);
    state.set(ListState.LOADING);
  }

  /// Asks for the newest messages again; those known stay.
  void reload() {
    UUID open = conversationId;
    if (open != null && !past.get()) {
      ask(
          open,
          null,
          this::newest,
          why -> state.set(trail.isEmpty() ? ListState.FAILED : ListState.READY));
    }
  }

  private void newest(Page<MessageDetails> page) {
    if (past.get()) {
      return;
    }
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
    trail.addAll(page.items());
    before = page.next();
  }

  /// Brings a message into sight, with what was said around it, however long ago it was.
  void lookAt(UUID messageId, long sequence) {
    UUID open = conversationId;
    if (open == null) {
      return;
    }
    sought.set(null);
    if (trail.has(messageId)) {
      sought.set(messageId);
      return;
    }
    ask(
        () -> around.page(open, messageId, sequence),
        open,
        page -> {
          trail.clear();
          page.items().forEach(trail::add);
          before = page.next();
          begun = true;
          past.set(true);
          state.set(ListState.READY);
          sought.set(messageId);
        },
        why -> {});
  }

  /// What was said after the last message shown, while that is not the newest one.
  void loadNewer() {
    UUID open = conversationId;
    if (open == null || !past.get() || loadingNewer || trail.isEmpty()) {
      return;
    }
    loadingNewer = true;
    MessageDetails last = trail.messages().getLast();
    ask(
        () -> around.after(open, last),
        open,
        page -> {
          loadingNewer = false;
          if (!page.joins()) {
            // A thread with a hidden hole would lie.
            toNewest();
            return;
          }
          page.items().forEach(trail::add);
          past.set(!page.reachesNewest());
        },
        why -> loadingNewer = false);
  }

  /// Back to what was said last.
  void toNewest() {
    if (past.get()) {
      forget();
      reload();
    }
  }

  /// An answer that comes when another conversation is open is not shown.
  private void ask(
      UUID asked,
      @Nullable String from,
      Consumer<Page<MessageDetails>> answered,
      Consumer<ServerFailure> failed) {
    ask(() -> api.messages(asked, from), asked, answered, failed);
  }

  private <T> void ask(
      Callable<T> question, UUID asked, Consumer<T> answered, Consumer<ServerFailure> failed) {
    calls.ask(
        question,
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
    if (isOpen(message.conversationId()) && !past.get()) {
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
