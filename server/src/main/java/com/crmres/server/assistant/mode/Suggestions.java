package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.live.LiveEvent;
import com.crmres.server.assistant.HeldAnswers;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answers that wait for a person or for their time, at most one in each conversation.
///
/// Every method works in the caller's transaction, under the conversation's lock, and leaves the
/// event behind in it.
public final class Suggestions implements HeldAnswers {

  /// Events go to every screen at once, whatever its language; it asks again for another one.
  private static final String EVENTS_LANGUAGE = "ar";

  private final EventLog events;
  private final Clock clock;
  private final SuggestionStore store = new SuggestionStore();

  public Suggestions(EventLog events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void overtaken(Transaction transaction, UUID restaurantId, UUID conversationId) {
    waiting(transaction, restaurantId, conversationId)
        .ifPresent(kept -> overtaken(transaction, restaurantId, kept));
  }

  Optional<Kept> waiting(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return store.waiting(transaction, restaurantId, conversationId);
  }

  void add(Transaction transaction, UUID restaurantId, Kept kept) {
    overtaken(transaction, restaurantId, kept.conversationId());
    store.add(transaction, restaurantId, kept);
    tell(transaction, restaurantId, kept.branchId(), kept);
  }

  void overtaken(Transaction transaction, UUID restaurantId, Kept kept) {
    close(transaction, restaurantId, kept.branchId(), kept, SuggestionState.OVERTAKEN, null, null);
  }

  /// It waits no more.
  ///
  /// @param branchId of the conversation now: serving may have given it to one
  /// @param person who decided; null if nobody did
  /// @return how it stands now
  Kept close(
      Transaction transaction,
      UUID restaurantId,
      @Nullable UUID branchId,
      Kept kept,
      SuggestionState state,
      @Nullable Speaker person,
      @Nullable DecideSuggestionRequest request) {
    store.close(transaction, restaurantId, kept.id(), state, person, request, clock.instant());
    Kept closed = store.find(transaction, restaurantId, kept.id()).orElseThrow();
    tell(transaction, restaurantId, branchId, closed);
    return closed;
  }

  private void tell(
      Transaction transaction, UUID restaurantId, @Nullable UUID branchId, Kept kept) {
    events.append(
        transaction,
        restaurantId,
        branchId,
        new LiveEvent.SuggestionChanged(kept.shown(EVENTS_LANGUAGE)));
  }
}
