package com.crmres.server.ordering.cart;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.restaurant.Branch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/// What a restaurant can sell at one moment: its branches with their menus.
///
/// @param branches at least one, the main branch first
/// @param menus the menu of a branch
record Offer(List<Branch> branches, Function<UUID, Menu> menus, Instant at) {

  Offer {
    branches = List.copyOf(branches);
    if (branches.isEmpty()) {
      throw new IllegalArgumentException("a restaurant without a branch sells nothing");
    }
  }

  Optional<Branch> branch(UUID branchId) {
    return branches.stream().filter(branch -> branch.id().equals(branchId)).findFirst();
  }

  /// The menu of the cart's branch, or of the main one until a branch is chosen.
  Menu menu(Cart cart) {
    UUID branchId = cart.branchId();
    return menus.apply(branchId == null ? branches.getFirst().id() : branchId);
  }

  /// Whether the cart's branch, or any one until it is chosen, has some left.
  boolean sells(Cart cart, UUID itemId) {
    UUID branchId = cart.branchId();
    return branchId == null
        ? branches.stream().anyMatch(branch -> has(branch, itemId))
        : available(menus.apply(branchId), itemId);
  }

  /// Whether there is some left of a line's item, and of each chosen option.
  boolean has(Cart cart, CartLine line) {
    return sells(cart, line.itemId())
        && menu(cart)
            .item(line.itemId())
            .map(item -> new Choices(item, line.optionIds()).allAvailable())
            .orElse(false);
  }

  /// The branches that can make the cart. One that is closed, or out of something, is named only if
  /// every other one is, too: then the customer hears why.
  List<Branch> possible(Cart cart) {
    List<Branch> serving =
        branches.stream()
            .filter(branch -> cart.fulfilment() != Fulfilment.DELIVERY || branch.delivers())
            .toList();
    List<Branch> stocked = preferring(serving, branch -> hasAll(branch, cart));
    return preferring(stocked, branch -> branch.isOpen(at));
  }

  /// The first item of the cart that the branch has none left of.
  Optional<UUID> missing(UUID branchId, Cart cart) {
    Menu menu = menus.apply(branchId);
    return cart.lines().stream()
        .map(CartLine::itemId)
        .filter(itemId -> !available(menu, itemId))
        .findFirst();
  }

  private boolean hasAll(Branch branch, Cart cart) {
    return missing(branch.id(), cart).isEmpty();
  }

  private boolean has(Branch branch, UUID itemId) {
    return available(menus.apply(branch.id()), itemId);
  }

  private static boolean available(Menu menu, UUID itemId) {
    return menu.item(itemId).map(MenuItem::available).orElse(false);
  }

  private static List<Branch> preferring(List<Branch> branches, Predicate<Branch> wanted) {
    List<Branch> preferred = branches.stream().filter(wanted).toList();
    return preferred.isEmpty() ? branches : preferred;
  }
}
