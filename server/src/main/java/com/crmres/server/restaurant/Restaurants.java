package com.crmres.server.restaurant;

import com.crmres.common.restaurant.Personality;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The restaurants of the installation, each with its branches.
public final class Restaurants {

  private final Clock clock;
  private final RestaurantStore store = new RestaurantStore();

  public Restaurants(Clock clock) {
    this.clock = clock;
  }

  /// The restaurant of the transaction.
  ///
  /// @throws java.util.NoSuchElementException if there is none
  public Restaurant of(Transaction transaction, UUID restaurantId) {
    return find(transaction, restaurantId).orElseThrow();
  }

  public Optional<Restaurant> find(Transaction transaction, UUID restaurantId) {
    return store.find(transaction, restaurantId);
  }

  /// Its branches in the order of their codes; the first one is the main branch.
  public List<Branch> branches(Transaction transaction, UUID restaurantId) {
    return store.branches(transaction, restaurantId);
  }

  public Optional<Branch> branch(Transaction transaction, UUID restaurantId, UUID branchId) {
    return store.branch(transaction, restaurantId, branchId);
  }

  /// Adds a restaurant; one that is there already stays as it is.
  ///
  /// @return whether it is new
  public boolean add(Transaction transaction, Restaurant restaurant) {
    return store.add(transaction, restaurant, clock.instant());
  }

  /// From now on the house speaks to customers in this way.
  public void speaksAs(Transaction transaction, UUID restaurantId, Personality personality) {
    store.speaksAs(transaction, restaurantId, personality);
  }

  /// Adds a branch.
  public void addBranch(Transaction transaction, UUID restaurantId, Branch branch) {
    store.addBranch(transaction, restaurantId, branch);
  }

  /// The ids of a restaurant's branches.
  public Set<UUID> branchIds(Transaction transaction, UUID restaurantId) {
    return branches(transaction, restaurantId).stream()
        .map(Branch::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The restaurant that was there first, in the scope of the system.
  public Optional<UUID> oldest(Transaction transaction) {
    return store.oldest(transaction);
  }
}
