package com.crmres.server.restaurant;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.restaurant.BranchMode;
import com.crmres.common.restaurant.BranchState;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where people set how a branch takes orders, and when it is open; open screens are told.
public final class BranchDesk {

  private final Restaurants restaurants;
  private final EventLog events;
  private final Clock clock;
  private final BranchStore store = new BranchStore();

  public BranchDesk(Restaurants restaurants, EventLog events, Clock clock) {
    this.restaurants = restaurants;
    this.events = events;
    this.clock = clock;
  }

  /// How a branch takes orders now.
  public Optional<BranchState> state(Transaction transaction, UUID restaurantId, UUID branchId) {
    return restaurants.branch(transaction, restaurantId, branchId).map(this::state);
  }

  /// A branch takes orders in this way from now on.
  ///
  /// @param serving for the branch as it stands, since the end of the day is the branch's
  public Optional<BranchState> serve(
      Transaction transaction, UUID restaurantId, UUID branchId, Wish serving) {
    Optional<Branch> branch = restaurants.branch(transaction, restaurantId, branchId);
    branch.ifPresent(found ->
        store.serve(transaction, restaurantId, branchId, serving.of(found, clock.instant())));
    return branch.flatMap(_ -> told(transaction, restaurantId, branchId));
  }

  /// Gives a branch other hours.
  ///
  /// @return whether there is such a branch
  public boolean setHours(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      OpeningHours usual,
      SpecialTimes special) {
    if (!store.setHours(transaction, restaurantId, branchId, usual, special)) {
      return false;
    }
    told(transaction, restaurantId, branchId);
    return true;
  }

  /// The Hijri months as the restaurant keeps them.
  public HijriMonths months(Transaction transaction, UUID restaurantId) {
    return store.months(transaction, restaurantId);
  }

  /// Moves Hijri months, for all branches.
  public void setMonths(
      Transaction transaction, UUID restaurantId, UnaryOperator<HijriMonths> change) {
    store.setMonths(
        transaction, restaurantId, change.apply(store.lockMonths(transaction, restaurantId)));
  }

  private Optional<BranchState> told(Transaction transaction, UUID restaurantId, UUID branchId) {
    Optional<BranchState> state = state(transaction, restaurantId, branchId);
    state.ifPresent(now ->
        events.append(transaction, restaurantId, branchId, new LiveEvent.BranchStateChanged(now)));
    return state;
  }

  private BranchState state(Branch branch) {
    Instant now = clock.instant();
    Serving serving = branch.serving().at(now);
    Standing standing = branch.standing(now);
    return new BranchState(
        branch.id(),
        serving.mode(),
        serving.until(),
        serving.delayMinutes(),
        serving.asap() && serving.mode() != BranchMode.PAUSED,
        standing.takesNow(),
        opensAt(standing));
  }

  private static @Nullable Instant opensAt(Standing standing) {
    return switch (standing) {
      case Standing.Open _ -> null;
      case Standing.Busy busy -> busy.asap() ? null : busy.until();
      case Standing.Paused(Instant until) -> until;
      case Standing.Closed(var until, var _) -> until;
    };
  }

  /// How a branch shall take orders.
  @FunctionalInterface
  public interface Wish {
    Serving of(Branch branch, Instant now);
  }
}
