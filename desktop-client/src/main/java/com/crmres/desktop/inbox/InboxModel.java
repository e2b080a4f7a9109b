package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationCounts;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.FilledReply;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.search.SearchHit;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.handling.CallsForMe;
import com.crmres.desktop.handling.HandlingModel;
import com.crmres.desktop.media.MediaModel;
import com.crmres.desktop.search.SearchModel;
import com.crmres.desktop.ui.PickModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list of a branch's conversations: under tabs, narrowed, in an order, kept up to date.
public final class InboxModel {

  private final ServerApi api;
  private final Calls calls;
  private final UUID branchId;
  private final StaffMember me;
  private final InstantSource clock;
  private final ThreadModel thread;
  private final MediaModel media;
  private final HandlingModel handling;
  private final ExportModel exports;
  private final SearchModel search;
  private final PickModel choice;
  private final CallsForMe callsForMe;
  private final TabCounts counts;
  private final InboxPages pages;
  private final OrdersAtHand orders;
  private final ConversationShelf shelf;
  private final ObservableList<ConversationSummary> conversations =
      FXCollections.observableArrayList();
  private final ObservableList<ConversationSummary> readableConversations =
      FXCollections.unmodifiableObservableList(conversations);
  private final PickedOnes picked = new PickedOnes(conversations);
  private final ObjectProperty<InboxFilter> filter = new SimpleObjectProperty<>(InboxFilter.ALL);
  private final ObjectProperty<InboxOrder> order = new SimpleObjectProperty<>(InboxOrder.NEWEST);
  private final ObjectProperty<Narrowing> narrowing = new SimpleObjectProperty<>(Narrowing.NONE);
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private boolean loaded;

  /// When the next one that sleeps is back.
  private Instant nextWake = Instant.MAX;

  /// Conversations of merged or parted customers since the last list.
  private final Set<UUID> rearranged = new HashSet<>();

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
    this.clock = clock;
    this.orders = new OrdersAtHand(orders);
    this.shelf = new ConversationShelf(branchId);
    this.pages = new InboxPages(api, calls, branchId, me.id());
    this.counts = new TabCounts(api.handling(), calls, branchId, clock);
    this.media = new MediaModel(api.media(), calls);
    this.handling = new HandlingModel(api, calls, branchId, me, this::changed);
    this.exports = new ExportModel(api.handling(), calls, me);
    this.search = new SearchModel(api.search(), calls, branchId);
    this.choice = new PickModel(calls);
    this.callsForMe = new CallsForMe(api.notes(), calls, me.id());
    this.thread =
        new ThreadModel(api, calls, me, commandIds, clock, this::changed, handling::colleagues);
    filter.subscribe(this::tabChosen);
    order.subscribe(this::show);
    narrowing.subscribe(this::show);
  }

  public ObservableList<ConversationSummary> conversations() {
    return readableConversations;
  }

  public ObservableList<OrderSummary> orders() {
    return orders.all();
  }

  /// The order of a conversation that is in hand; absent for none.
  public @Nullable OrderSummary orderOf(UUID conversationId) {
    return orders.of(conversationId);
  }

  /// The files of messages.
  public MediaModel media() {
    return media;
  }

  public ThreadModel thread() {
    return thread;
  }

  /// Errands with one conversation or several.
  public HandlingModel handling() {
    return handling;
  }

  /// What was said, taken away to a file.
  public ExportModel exports() {
    return exports;
  }

  /// All that was ever said.
  public SearchModel search() {
    return search;
  }

  /// What is being chosen: a colleague, a time, a label, a ready reply.
  public PickModel choice() {
    return choice;
  }

  /// What the branch sells. Blocks.
  public MenuDetails menu() {
    return api.menu().menu(branchId);
  }

  /// Replies that lie ready for a customer. Blocks.
  public List<FilledReply> readyReplies(UUID conversationId) {
    return api.handling().readyReplies(conversationId).items();
  }

  /// Notes that call the person.
  public CallsForMe callsForMe() {
    return callsForMe;
  }

  /// What is picked for one errand.
  public PickedOnes picked() {
    return picked;
  }

  public ObjectProperty<InboxFilter> filter() {
    return filter;
  }

  public ObjectProperty<InboxOrder> order() {
    return order;
  }

  public ObjectProperty<Narrowing> narrowing() {
    return narrowing;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// How many stand under the tabs; absent until the server has said.
  public ReadOnlyObjectProperty<@Nullable ConversationCounts> counts() {
    return counts.counts();
  }

  /// How many customers wait for a person.
  public ReadOnlyIntegerProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  public boolean isMine(ConversationSummary conversation) {
    return me.id().equals(conversation.assigneeId());
  }

  /// Only those that stand so, under a tab that has any of them.
  public void narrowTo(@Nullable ConversationStatus status) {
    boolean over = status == ConversationStatus.RESOLVED || status == ConversationStatus.ABANDONED;
    if (status != null && over != (filter.get() == InboxFilter.CLOSED)) {
      filter.set(over ? InboxFilter.CLOSED : InboxFilter.ALL);
    }
    narrowing.set(narrowing.get().withStatus(status));
  }

  /// Those an errand is about: what is picked, else what is open.
  public List<ConversationSummary> meant() {
    List<ConversationSummary> those = picked.conversations();
    ConversationSummary open = thread.conversation().get();
    return !those.isEmpty() || open == null ? those : List.of(open);
  }

  /// Asks for the list, and for the open thread, anew.
  public void reload() {
    shelf.listAsked();
    if (!loaded) {
      state.set(ListState.LOADING);
    }
    pages.first(filter.get(), this::listed, this::failed);
    counts.newsCame();
    callsForMe.reload();
    thread.reload();
  }

  /// What was known of these is void: they may be joined into others, or stand alone again.
  private void rearranged(List<UUID> ids) {
    rearranged.addAll(ids);
    shelf.forget(ids);
    thread.forget(ids);
    reload();
  }

  /// A conversation that was joined into another is no longer listed.
  private void closeJoinedOne() {
    ConversationSummary open = thread.conversation().get();
    if (open != null && rearranged.contains(open.id()) && shelf.find(open.id()).isEmpty()) {
      thread.close();
    }
    rearranged.clear();
  }

  private void listed(List<ConversationSummary> those) {
    loaded = true;
    shelf.replaceBy(those);
    closeJoinedOne();
    show();
  }

  private void failed() {
    // A list already shown stays: old data with the banner says more than an empty page.
    if (!loaded || conversations.isEmpty()) {
      state.set(ListState.FAILED);
    }
  }

  private void tabChosen() {
    picked.none();
    show();
    if (loaded && !pages.isRead(filter.get())) {
      if (conversations.isEmpty()) {
        state.set(ListState.LOADING);
      }
      loadMore();
    }
  }

  /// The following page, once the end of the list comes into sight.
  public void loadMore() {
    if (loaded) {
      pages.more(filter.get(), this::appended, this::failed);
    }
  }

  private void appended(List<ConversationSummary> those) {
    shelf.add(those);
    show();
  }

  public void open(ConversationSummary conversation) {
    thread.open(conversation);
    callsForMe.seenIn(conversation.id());
  }

  /// Opens a conversation that need not be in the list.
  public void open(UUID conversationId) {
    withConversation(conversationId, this::open);
  }

  /// Opens what a search found, a message at its place.
  public void open(SearchHit hit) {
    Long sequence = hit.sequence();
    withConversation(
        hit.conversationId(),
        conversation -> {
          open(conversation);
          if (sequence != null) {
            thread.lookAt(hit.id(), sequence);
          }
        });
  }

  private void withConversation(UUID id, Consumer<ConversationSummary> then) {
    shelf
        .find(id)
        .ifPresentOrElse(
            then, () -> calls.ask(() -> api.handling().conversation(id), then, thread::refused));
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
        shelf.heard(changed);
        thread.came(changed);
      }
      case LiveEvent.MessageChanged changed -> {
        shelf.heard(changed);
        thread.changed(changed.message());
      }
      case LiveEvent.ThreadsRearranged(var ids) -> rearranged(ids);
      case LiveEvent.SuggestionChanged(var suggestion) -> thread.suggested(suggestion);
      case LiveEvent.NoteChanged(var note) -> {
        thread.notes().heard(note);
        callsForMe.heard(note);
      }
      case LiveEvent.StaffWrites writes -> thread.collision().heard(writes);
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
          LiveEvent.CartChanged _,
          LiveEvent.Unknown _ -> {}
    }
  }

  private void changed(ConversationSummary conversation) {
    heard(conversation);
    show();
  }

  private void heard(ConversationSummary conversation) {
    shelf.heard(conversation);
    counts.newsCame();
    thread.changed(conversation);
  }

  /// The work ends: what was sent and could still be taken back goes now or is kept. Blocks.
  public void close() {
    thread.writing().close();
  }

  /// Once a second.
  public void tick() {
    counts.tick();
    thread.tick();
    if (!clock.instant().isBefore(nextWake)) {
      counts.newsCame();
      show();
    }
  }

  private void show() {
    Instant now = clock.instant();
    List<ConversationSummary> wanted =
        shelf.shown(filter.get(), order.get(), narrowing.get(), me.id(), now);
    if (!wanted.equals(conversations)) {
      conversations.setAll(wanted);
      picked.keepListed();
    }
    nextWake = shelf.nextWake(now);
    waiting.set((int) shelf.count(InboxFilter.WAITING, me.id(), now));
    if (loaded) {
      state.set(wanted.isEmpty() ? ListState.EMPTY : ListState.READY);
    }
  }
}
