package com.crmres.server.conversation;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.customer.CustomerMerge;
import com.crmres.common.live.LiveEvent;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes two customers one, and takes it back: everything of the one becomes the other's, and two
/// threads on one number become one in the order of time.
///
/// What everything was before is kept. Taking back refuses where something new stands in a joined
/// thread, since nobody can tell whose it is.
public final class Merges {

  private final SummaryStore summaries = new SummaryStore();
  private final Customers customers;
  private final TurnTaking turnTaking;
  private final EventLog events;
  private final Clock clock;
  private final Ids ids;
  private final MessageStore messages = new MessageStore();
  private final ConversationStore threads = new ConversationStore();
  private final TranscriptStore transcript = new TranscriptStore();
  private final MergeStore store = new MergeStore();
  private final JoinStore joining = new JoinStore();
  private final MergeJournal journal = new MergeJournal();

  Merges(Customers customers, TurnTaking turnTaking, EventLog events, Clock clock, Ids ids) {
    this.customers = customers;
    this.turnTaking = turnTaking;
    this.events = events;
    this.clock = clock;
    this.ids = ids;
  }

  /// Two customers of a merge.
  ///
  /// @param absorbed becomes part of
  /// @param survivor who stays
  record Pair(UUID absorbed, UUID survivor) {}

  /// A staff member says that two customers are one. The same command twice is one merge.
  public MergeResult merge(
      Transaction transaction,
      UUID restaurantId,
      UUID absorbed,
      UUID survivor,
      UUID staffId,
      UUID commandId) {
    Pair pair = new Pair(absorbed, survivor);
    Optional<MergeStore.Merge> before = store.ofCommand(transaction, restaurantId, commandId);
    if (before.isPresent()) {
      return before.get().pair().equals(pair)
          ? done(transaction, restaurantId, before.get().id())
          : new MergeResult.CommandReused();
    }
    List<Boolean> merged = lock(transaction, restaurantId, pair);
    if (merged.size() < 2 && !absorbed.equals(survivor)) {
      return new MergeResult.NotFound();
    }
    if (merged.size() < 2 || merged.contains(true)) {
      return new MergeResult.NotPossible();
    }
    return done(
        transaction, restaurantId, carryOut(transaction, restaurantId, pair, staffId, commandId));
  }

  /// WhatsApp itself says that they are one, and nothing is known of the one from before that.
  void absorb(Transaction transaction, UUID restaurantId, UUID absorbed, UUID survivor) {
    Pair pair = new Pair(absorbed, survivor);
    if (!lock(transaction, restaurantId, pair).contains(true)) {
      carryOut(transaction, restaurantId, pair, null, null);
    }
  }

  /// Takes a merge back: everything is as it was. Twice is once.
  public MergeResult undo(Transaction transaction, UUID restaurantId, UUID mergeId, UUID staffId) {
    Optional<MergeStore.Merge> found = store.find(transaction, restaurantId, mergeId);
    if (found.isEmpty()) {
      return new MergeResult.NotFound();
    }
    Pair pair = found.get().pair();
    lock(transaction, restaurantId, pair);
    MergeStore.Merge merge = store.find(transaction, restaurantId, mergeId).orElseThrow();
    if (merge.isUndone()) {
      return done(transaction, restaurantId, mergeId);
    }
    if (store.isChangedSince(transaction, restaurantId, merge)) {
      return new MergeResult.ChangedSince();
    }
    putBack(transaction, restaurantId, merge);
    store.undone(transaction, restaurantId, mergeId, staffId, clock.instant());
    return done(transaction, restaurantId, mergeId);
  }

  /// Threads before customers, as everywhere; once more after that, for one that came between.
  private List<Boolean> lock(Transaction transaction, UUID restaurantId, Pair pair) {
    store.lockThreads(transaction, restaurantId, pair);
    List<Boolean> merged = store.lockCustomers(transaction, restaurantId, pair);
    store.lockThreads(transaction, restaurantId, pair);
    return merged;
  }

  private UUID carryOut(
      Transaction transaction,
      UUID restaurantId,
      Pair pair,
      @Nullable UUID staffId,
      @Nullable UUID commandId) {
    UUID mergeId = ids.next();
    store.begin(transaction, restaurantId, mergeId, pair, staffId, commandId, clock.instant());
    journal.keepCustomers(transaction, restaurantId, mergeId, pair);
    List<UUID> touched = new ArrayList<>();
    for (MergeStore.OwnThread thread : store.threads(transaction, restaurantId, pair.absorbed())) {
      Optional<UUID> into =
          threads.thread(transaction, restaurantId, pair.survivor(), thread.phoneNumberId());
      if (into.isPresent()) {
        join(transaction, restaurantId, mergeId, thread.id(), into.get());
        touched.add(into.get());
      } else {
        journal.keepThread(transaction, restaurantId, mergeId, thread.id());
      }
      touched.add(thread.id());
    }
    joining.giveEverything(transaction, restaurantId, pair);
    tell(transaction, restaurantId, touched);
    return mergeId;
  }

  /// What nobody has answered in either thread is answered in the joined one.
  private void join(
      Transaction transaction, UUID restaurantId, UUID mergeId, UUID from, UUID into) {
    journal.keepJoined(transaction, restaurantId, mergeId, from, into);
    Optional<UUID> unanswered = joining.firstUnanswered(transaction, restaurantId, from, into);
    turnTaking.silence(transaction, restaurantId, from);
    turnTaking.silence(transaction, restaurantId, into);
    long last = joining.join(transaction, restaurantId, from, into);
    long answered =
        unanswered
            .flatMap(id -> messages.find(transaction, restaurantId, id))
            .map(message -> message.sequence() - 1)
            .orElse(last);
    turnTaking.settled(transaction, restaurantId, into, answered);
    if (unanswered.isPresent()) {
      askAssistant(transaction, restaurantId, into);
    }
  }

  private void putBack(Transaction transaction, UUID restaurantId, MergeStore.Merge merge) {
    List<UUID> joined = journal.joined(transaction, restaurantId, merge.id());
    joined.forEach(id -> turnTaking.silence(transaction, restaurantId, id));
    journal.restore(transaction, restaurantId, merge);
    joined.forEach(id -> askAssistant(transaction, restaurantId, id));
    tell(transaction, restaurantId, journal.threads(transaction, restaurantId, merge.id()));
  }

  private void askAssistant(Transaction transaction, UUID restaurantId, UUID conversationId) {
    ConversationSummary conversation = summaries.of(transaction, restaurantId, conversationId);
    if (conversation.leftToAssistant()) {
      transcript
          .lastOfCustomer(transaction, restaurantId, conversationId)
          .ifPresent(sequence ->
              turnTaking.customerWrote(
                  transaction, restaurantId, conversationId, sequence, clock.instant()));
    }
  }

  private void tell(Transaction transaction, UUID restaurantId, List<UUID> conversationIds) {
    if (!conversationIds.isEmpty()) {
      events.append(
          transaction, restaurantId, null, new LiveEvent.ThreadsRearranged(conversationIds));
    }
  }

  private MergeResult done(Transaction transaction, UUID restaurantId, UUID mergeId) {
    MergeStore.Merge merge = store.find(transaction, restaurantId, mergeId).orElseThrow();
    return new MergeResult.Done(
        new CustomerMerge(
            mergeId,
            customers.summary(transaction, restaurantId, merge.pair().survivor()),
            customers.summary(transaction, restaurantId, merge.pair().absorbed()),
            merge.staffId(),
            merge.mergedAt(),
            merge.undoneAt()));
  }
}
