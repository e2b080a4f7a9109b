package com.crmres.server.ordering.cart;

import com.crmres.common.wire.WireName;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Knows which open carts somebody must look after, and when.
public final class OpenCarts {

  /// Longer than all the carts of one change take.
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final Clock clock;
  private final Ids ids;
  private final OpenCartStore store = new OpenCartStore();

  public OpenCarts(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /// A change of the menu that open carts must hear of.
  ///
  /// @param branchId null for every branch
  /// @param itemId null if anything may have changed
  public record Change(
      UUID restaurantId, UUID id, @Nullable UUID branchId, @Nullable UUID itemId) {}

  /// A cart that was left lying.
  ///
  /// @param dueAt the fence: the next step of the cart has another one
  public record Left(UUID restaurantId, UUID cartId, Step step, Instant dueAt) {}

  /// What is done about a cart that was left lying.
  public enum Step implements WireName {
    /// The customer is asked once whether he goes on.
    REMIND,
    /// It is put away.
    ABANDON
  }

  /// Notes, in the transaction that changes the menu, that open carts must be looked through.
  public void menuChanged(
      Transaction transaction, UUID restaurantId, @Nullable UUID branchId, @Nullable UUID itemId) {
    Change change = new Change(restaurantId, ids.next(), branchId, itemId);
    store.add(transaction, change, clock.instant());
  }

  /// The oldest change that nobody is working on, in the scope of the system; it comes again until
  /// it is [#done].
  public Optional<Change> nextChange(Transaction transaction) {
    return store.take(transaction, clock.instant(), clock.instant().plus(LEASE));
  }

  /// The conversations whose open carts the change may concern.
  public List<UUID> concerned(Transaction transaction, Change change) {
    return store.concerned(transaction, change);
  }

  public void done(Transaction transaction, Change change) {
    store.done(transaction, change);
  }

  /// Carts whose time has come, in the scope of the system.
  public List<Left> due(Transaction transaction, int limit) {
    return store.due(transaction, clock.instant(), limit);
  }

  /// Whose cart it is.
  public UUID conversation(Transaction transaction, Left left) {
    return store.conversation(transaction, left);
  }

  /// Whether the cart still lies there as it did when it was found; under the conversation's lock.
  public boolean isStillLeft(Transaction transaction, Left left) {
    return store.isStillLeft(transaction, left);
  }

  /// The customer was reminded, or could not be: what comes next is putting it away.
  public void reminded(Transaction transaction, Left left) {
    store.next(
        transaction, left, Step.ABANDON, left.dueAt().plus(CartTimes.ABANDON_AFTER_REMINDER));
  }
}
