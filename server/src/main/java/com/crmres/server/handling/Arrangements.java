package com.crmres.server.handling;

import com.crmres.common.conversation.ConversationCounts;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.LabelRequest;
import com.crmres.common.conversation.Priority;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What comes first, what sleeps and what a conversation is about.
final class Arrangements {

  static final int LONGEST_LABEL = 30;
  private static final int MOST_LABELS = 10;
  private static final Duration LONGEST_SLEEP = Duration.ofDays(30);

  private final Conversations conversations;
  private final Clock clock;
  private final ArrangementStore store = new ArrangementStore();

  Arrangements(Conversations conversations, Clock clock) {
    this.conversations = conversations;
    this.clock = clock;
  }

  /// Puts a conversation out of sight for a while, or brings it back.
  ///
  /// @param minutes null to bring it back
  ConversationSummary snooze(
      Transaction transaction, UUID restaurantId, UUID conversationId, @Nullable Integer minutes) {
    if (minutes != null) {
      new Faults().range("minutes", minutes, 1, LONGEST_SLEEP.toMinutes()).throwIfAny();
    }
    conversations.lock(transaction, restaurantId, conversationId);
    @Nullable Instant until =
        minutes == null ? null : clock.instant().plus(Duration.ofMinutes(minutes));
    store.snooze(transaction, restaurantId, conversationId, until);
    return conversations.rearranged(transaction, restaurantId, conversationId);
  }

  ConversationSummary prioritise(
      Transaction transaction, UUID restaurantId, UUID conversationId, Priority priority) {
    conversations.lock(transaction, restaurantId, conversationId);
    store.prioritise(transaction, restaurantId, conversationId, priority);
    return conversations.rearranged(transaction, restaurantId, conversationId);
  }

  /// Lets a conversation stand as unread until somebody answers it, or as read.
  ConversationSummary mark(
      Transaction transaction, UUID restaurantId, UUID conversationId, boolean unread) {
    conversations.lock(transaction, restaurantId, conversationId);
    store.mark(transaction, restaurantId, conversationId, unread);
    return conversations.rearranged(transaction, restaurantId, conversationId);
  }

  /// Labels come and go in one step, so that two people who label at once lose nothing.
  ConversationSummary label(
      Transaction transaction, UUID restaurantId, UUID conversationId, LabelRequest wish) {
    Faults faults = new Faults();
    for (int i = 0; i < wish.add().size(); i++) {
      faults.length("add[%d]".formatted(i), wish.add().get(i), 1, LONGEST_LABEL);
    }
    faults.throwIfAny();
    Set<String> labels =
        new TreeSet<>(
            conversations.lock(transaction, restaurantId, conversationId).handling().labels());
    wish.add().forEach(label -> labels.add(label.strip()));
    wish.remove().forEach(label -> labels.remove(label.strip()));
    if (labels.size() > MOST_LABELS) {
      faults.add("add", Rule.COUNT, 0, MOST_LABELS).throwIfAny();
    }
    store.label(transaction, restaurantId, conversationId, List.copyOf(labels));
    return conversations.rearranged(transaction, restaurantId, conversationId);
  }

  /// All labels that conversations have, in the order of the alphabet.
  List<String> labels(Transaction transaction, UUID restaurantId) {
    return store.labels(transaction, restaurantId);
  }

  /// How many open conversations somebody sees under each tab.
  ConversationCounts counts(Transaction transaction, Principal principal, Set<UUID> branches) {
    return store.counts(
        transaction, principal.restaurantId(), principal.staffId(), branches, clock.instant());
  }
}
