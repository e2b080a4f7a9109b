package com.crmres.server.customer;

import com.crmres.common.customer.MergeReason;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Finds out which customer some identifiers mean, whatever WhatsApp changed about them.
///
/// A user id means one person for ever. A phone means whoever has it at a moment: an old number may
/// be a stranger's tomorrow.
final class Identities {

  private final IdentifierStore store = new IdentifierStore();
  private final Clock clock;
  private final Ids ids;

  Identities(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /// The customer known by one of the identifiers at a moment.
  Optional<UUID> known(
      Transaction transaction, UUID restaurantId, Identifiers identifiers, Instant at) {
    for (IdentifierKey key : identifiers.keys()) {
      Optional<UUID> found =
          key.kind().equals(IdentifierKey.PHONE)
              ? knownByPhone(transaction, restaurantId, identifiers, key, at)
              : knownById(transaction, restaurantId, key);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<UUID> knownById(Transaction transaction, UUID restaurantId, IdentifierKey key) {
    return store
        .holder(transaction, restaurantId, key)
        .or(() -> store.lastHolder(transaction, restaurantId, key));
  }

  /// Who has the phone but another user id is another person: the number changed hands.
  private Optional<UUID> knownByPhone(
      Transaction transaction,
      UUID restaurantId,
      Identifiers identifiers,
      IdentifierKey key,
      Instant at) {
    return store
        .holder(transaction, restaurantId, key)
        .filter(holder ->
            identifiers.userId() == null || !store.hasUserId(transaction, restaurantId, holder))
        .or(() -> store.holderAt(transaction, restaurantId, key, at));
  }

  /// Notes that the customer has these identifiers. What another holds stays with him, but for a
  /// phone of somebody who is reached by his own user id; people are asked whether the two are one.
  ///
  /// @param at since when; a late message takes nothing from who has it now
  void has(
      Transaction transaction,
      UUID restaurantId,
      UUID customerId,
      Identifiers identifiers,
      Instant at) {
    Set<UUID> rivals = new LinkedHashSet<>();
    for (IdentifierKey key : identifiers.keys()) {
      if (!isPast(transaction, restaurantId, customerId, key, at)) {
        claim(transaction, restaurantId, customerId, key, at).ifPresent(rivals::add);
      }
    }
    for (UUID rival : rivals) {
      propose(transaction, restaurantId, customerId, rival, MergeReason.SAME_PHONE);
    }
  }

  /// As [#has] for what WhatsApp itself vouches for, and says who else holds one of them, for the
  /// caller to deal with.
  List<UUID> claim(
      Transaction transaction,
      UUID restaurantId,
      UUID customerId,
      Identifiers identifiers,
      Instant at) {
    return identifiers.keys().stream()
        .map(key -> claim(transaction, restaurantId, customerId, key, at))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private Optional<UUID> claim(
      Transaction transaction, UUID restaurantId, UUID customerId, IdentifierKey key, Instant at) {
    Optional<UUID> holder = store.holder(transaction, restaurantId, key);
    if (holder.isEmpty()) {
      store.add(transaction, restaurantId, customerId, key, at);
      return Optional.empty();
    }
    Optional<UUID> rival = holder.filter(other -> !other.equals(customerId));
    rival
        .filter(_ -> !store.isHeldSinceAfter(transaction, restaurantId, key, at))
        .ifPresent(other -> takeOver(transaction, restaurantId, customerId, other, key, at));
    return rival;
  }

  /// Whether a late message speaks of a time in which the customer still had what another has now.
  private boolean isPast(
      Transaction transaction, UUID restaurantId, UUID customerId, IdentifierKey key, Instant at) {
    return store
            .holder(transaction, restaurantId, key)
            .filter(holder -> !holder.equals(customerId))
            .isPresent()
        && (store.isHeldSinceAfter(transaction, restaurantId, key, at)
            || store
                .holderAt(transaction, restaurantId, key, at)
                .filter(customerId::equals)
                .isPresent());
  }

  private void takeOver(
      Transaction transaction,
      UUID restaurantId,
      UUID customerId,
      UUID holder,
      IdentifierKey key,
      Instant at) {
    if (key.kind().equals(IdentifierKey.PHONE)
        && store.hasUserId(transaction, restaurantId, holder)) {
      store.close(transaction, restaurantId, holder, key, at);
      store.add(transaction, restaurantId, customerId, key, at);
    }
  }

  /// The customer whose identifiers changed, if he was known.
  Optional<UUID> changing(Transaction transaction, UUID restaurantId, IdentityChange change) {
    Optional<UUID> byId =
        Optional.ofNullable(change.previousUserId())
            .flatMap(id ->
                knownById(transaction, restaurantId, new IdentifierKey(IdentifierKey.USER_ID, id)));
    return byId.or(() ->
        Optional.ofNullable(change.previousPhone())
            .map(phone -> new IdentifierKey(IdentifierKey.PHONE, phone))
            .flatMap(key ->
                store
                    .holder(transaction, restaurantId, key)
                    .or(() -> store.holderAt(transaction, restaurantId, key, change.at()))));
  }

  /// Ends what the change made void, and keeps it as past: late messages still find their customer.
  void endPrevious(
      Transaction transaction, UUID restaurantId, UUID customerId, IdentityChange change) {
    String userId = change.previousUserId();
    if (userId != null && !userId.equals(change.now().userId())) {
      IdentifierKey key = new IdentifierKey(IdentifierKey.USER_ID, userId);
      store.close(transaction, restaurantId, customerId, key, change.at());
      store.remember(transaction, restaurantId, customerId, key, change.at());
    }
    if (!change.isOtherPhone()) {
      return;
    }
    if (change.previousPhone() != null) {
      IdentifierKey key = new IdentifierKey(IdentifierKey.PHONE, change.previousPhone());
      store.close(transaction, restaurantId, customerId, key, change.at());
    }
    // WhatsApp makes a new user id with every new number, also where it does not say so.
    store.closeUserIds(transaction, restaurantId, customerId, change.now().userId(), change.at());
  }

  void propose(
      Transaction transaction, UUID restaurantId, UUID one, UUID other, MergeReason reason) {
    store.propose(transaction, restaurantId, ids.next(), one, other, reason, clock.instant());
  }
}
