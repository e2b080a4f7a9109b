package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ConversationQuery;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.media.MediaModel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list of a branch's conversations: filtered, searched, kept up to date.
public final class InboxModel {

  private final ServerApi api;
  private final Calls calls;
  private final UUID branchId;
  private final StaffMember me;
  private final ThreadModel thread;
  private final MediaModel media;
  private final ObservableList<OrderSummary> orders;

  /// Everything heard of in the branch, and what was found for the words in the search box.
  private final ConversationShelf branch;

  private @Nullable ConversationShelf found;
  private final ObservableList<ConversationSummary> conversations =
      FXCollections.observableArrayList();
  private final ObjectProperty<InboxFilter> filter = new SimpleObjectProperty<>(InboxFilter.ALL);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private @Nullable String next;
  private boolean loaded;

  /// Conversations of merged or parted customers since the last list.
  private final Set<UUID> rearranged = new HashSet<>();

  /// Counts the questions, so that a late answer to an old one is not shown.
  private int question;

  /// Begins empty; [#reload] asks for the list.
  ///
  /// @param orders of the branch, shown beside a customer
  public InboxModel(
      ServerApi api,
      Calls calls,
      UUID branchId,
      StaffMember me,
      ObservableList<OrderSummary> orders,
      Supplier<UUID> commandIds,
      InstantSource clock) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
    this.me = me;
    this.orders = orders;
    this.branch = new ConversationShelf(branchId);
    this.media = new MediaModel(api.media(), calls);
    this.thread = new ThreadModel(api, calls, me, commandIds, clock, this::changed);
    filter.subscribe(this::show);
  }

  public ObservableList<ConversationSummary> conversations() {
    return FXCollections.unmodifiableObservableList(conversations);
  }

  public ObservableList<OrderSummary> orders() {
    return orders;
  }

  /// The files of messages.
  public MediaModel media() {
    return media;
  }

  public ThreadModel thread() {
    return thread;
  }

  public ObjectProperty<InboxFilter> filter() {
    return filter;
  }

  public StringProperty search() {
    return search;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// How many customers wait for a person.
  public ReadOnlyIntegerProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  public boolean isMine(ConversationSummary conversation) {
    return me.id().equals(conversation.assigneeId());
  }

  /// Asks for the list, and for the open thread, anew.
  public void reload() {
    int mine = ++question;
    branch.listAsked();
    if (!loaded) {
      state.set(ListState.LOADING);
    }
    calls.ask(this::firstPage, page -> answered(mine, page), failure -> failed(mine));
    if (found != null) {
      searchNow();
    }
    thread.reload();
  }

  /// Whoever waits for a person is shown, however long ago he wrote.
  private Page<ConversationSummary> firstPage() {
    List<ConversationSummary> first = new ArrayList<>();
    var waitingOnes = new ConversationQuery(branchId, ConversationStatus.ESCALATED, null, null);
    first.addAll(api.conversations(waitingOnes).items());
    Page<ConversationSummary> newest = api.conversations(query(null, null));
    first.addAll(newest.items());
    return new Page<>(first, newest.next());
  }

  /// What was known of these is void: they may be joined into others, or stand alone again.
  private void rearranged(List<UUID> ids) {
    rearranged.addAll(ids);
    branch.forget(ids);
    if (found != null) {
      found.forget(ids);
    }
    thread.forget(ids);
    reload();
  }

  /// A conversation that was joined into another is no longer listed.
  private void closeJoinedOne() {
    ConversationSummary open = thread.conversation().get();
    if (open != null && rearranged.contains(open.id()) && branch.find(open.id()).isEmpty()) {
      thread.close();
    }
    rearranged.clear();
  }

  private ConversationQuery query(@Nullable String words, @Nullable String after) {
    return new ConversationQuery(branchId, null, words, after);
  }

  private void answered(int mine, Page<ConversationSummary> page) {
    if (mine == question) {
      loaded = true;
      next = page.next();
      branch.replaceBy(page.items());
      closeJoinedOne();
      show();
    }
  }

  private void failed(int mine) {
    // A list already shown stays: old data with the banner says more than an empty page.
    if (mine == question && !loaded) {
      state.set(ListState.FAILED);
    }
  }

  /// Asks the server for what fits the words in the search box.
  public void searchNow() {
    String words = search.get().strip();
    if (words.isEmpty()) {
      found = null;
      show();
      return;
    }
    var shelf = new ConversationShelf(branchId);
    found = shelf;
    state.set(ListState.LOADING);
    calls.ask(
        () -> api.conversations(query(words, null)),
        page -> foundThese(shelf, page),
        failure -> notFound(shelf));
  }

  private void foundThese(ConversationShelf shelf, Page<ConversationSummary> page) {
    if (shelf == found) {
      shelf.add(page.items());
      show();
      state.set(conversations.isEmpty() ? ListState.EMPTY : ListState.READY);
    }
  }

  private void notFound(ConversationShelf shelf) {
    if (shelf == found) {
      state.set(ListState.FAILED);
    }
  }

  /// The following page, once the end of the list comes into sight.
  public void loadMore() {
    String from = next;
    if (from == null || found != null) {
      return;
    }
    next = null;
    int mine = question;
    calls.ask(
        () -> api.conversations(query(null, from)),
        page -> appended(mine, page),
        failure -> next = from);
  }

  private void appended(int mine, Page<ConversationSummary> page) {
    if (mine == question) {
      next = page.next();
      branch.add(page.items());
      show();
    }
  }

  public void open(ConversationSummary conversation) {
    thread.open(conversation);
  }

  public void happened(List<LiveEvent> events) {
    events.forEach(this::take);
    show();
  }

  private void take(LiveEvent event) {
    switch (event) {
      case LiveEvent.MessageAdded added -> {
        heard(added.conversation());
        thread.added(added.message());
      }
      case LiveEvent.ConversationChanged changed -> heard(changed.conversation());
      case LiveEvent.MessageStatusChanged changed -> {
        branch.heard(changed);
        if (found != null) {
          found.heard(changed);
        }
        thread.came(changed);
      }
      case LiveEvent.MessageChanged changed -> {
        branch.heard(changed);
        if (found != null) {
          found.heard(changed);
        }
        thread.changed(changed.message());
      }
      case LiveEvent.ThreadsRearranged(var ids) -> rearranged(ids);
      case LiveEvent.SuggestionChanged(var suggestion) -> thread.suggested(suggestion);
      case LiveEvent.ChannelNoticed _,
          LiveEvent.OrderChanged _,
          LiveEvent.OrderAlarm _,
          LiveEvent.AvailabilityChanged _,
          LiveEvent.TaskChanged _,
          LiveEvent.PosDriftChanged _,
          LiveEvent.PaymentChanged _,
          LiveEvent.PaymentTaskChanged _,
          LiveEvent.TicketChanged _,
          LiveEvent.HelpWanted _,
          LiveEvent.PrinterChanged _,
          LiveEvent.BranchStateChanged _,
          LiveEvent.NoteChanged _,
          LiveEvent.StaffWrites _,
          LiveEvent.CartChanged _,
          LiveEvent.Unknown _ -> {}
    }
  }

  private void changed(ConversationSummary conversation) {
    heard(conversation);
    show();
  }

  private void heard(ConversationSummary conversation) {
    branch.heard(conversation);
    ConversationShelf searched = found;
    if (searched != null && searched.find(conversation.id()).isPresent()) {
      searched.heard(conversation);
    }
    thread.changed(conversation);
  }

  private void show() {
    ConversationShelf searched = found;
    List<ConversationSummary> wanted =
        (searched == null ? branch : searched).shown(filter.get(), me.id());
    if (!wanted.equals(conversations)) {
      conversations.setAll(wanted);
    }
    waiting.set((int) branch.count(InboxFilter.WAITING, me.id()));
    if (loaded && searched == null) {
      state.set(wanted.isEmpty() ? ListState.EMPTY : ListState.READY);
    }
  }
}
