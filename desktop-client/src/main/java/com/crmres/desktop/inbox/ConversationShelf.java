package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.live.LiveEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The conversations known so far. What is older never replaces what is newer, so lists and events
/// may arrive in any order.
final class ConversationShelf {

  private final UUID branchId;
  private final Map<UUID, ConversationSummary> known = new HashMap<>();

  /// What was heard since the last list was asked for, and may be missing in it.
  private final Set<UUID> heardSince = new HashSet<>();

  ConversationShelf(UUID branchId) {
    this.branchId = branchId;
  }

  void listAsked() {
    heardSince.clear();
  }

  /// A first page: what is not in it is gone, unless it was heard of meanwhile.
  void replaceBy(List<ConversationSummary> listed) {
    Set<UUID> kept = new HashSet<>(heardSince);
    listed.forEach(conversation -> kept.add(conversation.id()));
    known.keySet().retainAll(kept);
    add(listed);
  }

  void add(List<ConversationSummary> listed) {
    listed.forEach(this::keepNewer);
  }

  /// Takes what was heard live; what went to another branch is gone.
  void heard(ConversationSummary conversation) {
    if (conversation.branchId() != null && !conversation.branchId().equals(branchId)) {
      known.remove(conversation.id());
      return;
    }
    heardSince.add(conversation.id());
    keepNewer(conversation);
  }

  /// What is known of these is void until it is listed or heard anew.
  void forget(List<UUID> ids) {
    ids.forEach(known::remove);
    ids.forEach(heardSince::remove);
  }

  private void keepNewer(ConversationSummary conversation) {
    known.merge(
        conversation.id(),
        conversation,
        (old, fresh) -> fresh.version() >= old.version() ? fresh : old);
  }

  /// The ticks of the preview line.
  void heard(LiveEvent.MessageStatusChanged change) {
    known.computeIfPresent(change.conversationId(), (id, old) -> withStatus(old, change));
  }

  /// The words of the preview line, which may have been edited or taken back.
  void heard(LiveEvent.MessageChanged change) {
    known.computeIfPresent(
        change.message().conversationId(), (id, old) -> withChanged(old, change.message()));
  }

  private static ConversationSummary withChanged(ConversationSummary old, MessageDetails changed) {
    MessageDetails last = old.lastMessage();
    return last == null || !last.id().equals(changed.id())
        ? old
        : withLast(old, DeliveryProgress.further(last, changed));
  }

  private static ConversationSummary withStatus(
      ConversationSummary old, LiveEvent.MessageStatusChanged change) {
    MessageDetails last = old.lastMessage();
    return last == null || !last.id().equals(change.messageId())
        ? old
        : withLast(old, DeliveryProgress.applied(last, change.status(), change.failure()));
  }

  private static ConversationSummary withLast(ConversationSummary old, MessageDetails last) {
    return new ConversationSummary(
        old.id(),
        old.customer(),
        old.branchId(),
        old.status(),
        old.type(),
        old.answerer(),
        old.assigneeId(),
        old.assigneeName(),
        old.reason(),
        last,
        old.unread(),
        old.waitingSince(),
        old.channel(),
        old.handling(),
        old.version());
  }

  Optional<ConversationSummary> find(UUID id) {
    return Optional.ofNullable(known.get(id));
  }

  List<ConversationSummary> shown(
      InboxFilter filter, InboxOrder order, Narrowing narrowing, UUID me, Instant now) {
    return all(filter, me, now).filter(narrowing::lets).sorted(order.comparator(filter)).toList();
  }

  long count(InboxFilter filter, UUID me, Instant now) {
    return all(filter, me, now).count();
  }

  /// When the next one that sleeps is back; the end of time if none sleeps.
  Instant nextWake(Instant now) {
    Instant next = Instant.MAX;
    for (ConversationSummary one : known.values()) {
      Instant until = one.handling().snoozedUntil();
      if (until != null && until.isAfter(now) && until.isBefore(next)) {
        next = until;
      }
    }
    return next;
  }

  private Stream<ConversationSummary> all(InboxFilter filter, UUID me, Instant now) {
    return known.values().stream().filter(conversation -> filter.lets(conversation, me, now));
  }
}
