package com.crmres.server.ordering.cart;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.place.Spot;
import com.crmres.server.restaurant.place.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a restaurant can sell at one moment: its branches with their menus.
///
/// @param branches at least one, the main branch first
/// @param menus the menu of a branch
/// @param zones where a branch delivers to; none if that is anywhere
/// @param habits what is known of the branches' work and the customer's visits
record Offer(
    List<Branch> branches,
    Function<UUID, Menu> menus,
    Function<UUID, List<Zone>> zones,
    BranchChoice.Habits habits,
    Instant at) {

  Offer {
    branches = List.copyOf(branches);
    if (branches.isEmpty()) {
      throw new IllegalArgumentException("a restaurant without a branch sells nothing");
    }
  }

  /// Of branches that deliver anywhere, to somebody who has never been there.
  Offer(List<Branch> branches, Function<UUID, Menu> menus, Instant at) {
    this(branches, menus, _ -> List.of(), BranchChoice.Habits.NONE, at);
  }

  Optional<Branch> branch(UUID branchId) {
    return branches.stream().filter(branch -> branch.id().equals(branchId)).findFirst();
  }

  /// The menu of the cart's branch, or of the main one until a branch is chosen.
  Menu menu(Cart cart) {
    UUID branchId = cart.branchId();
    return menus.apply(branchId == null ? branches.getFirst().id() : branchId);
  }

  /// What the cart costs, with its delivery.
  PricedCart price(Cart cart) {
    PricedCart goods = Pricing.price(cart, menu(cart));
    Money fee = delivery().fee(cart, goods.total());
    return fee.equals(Money.ZERO) ? goods : goods.delivered(fee);
  }

  /// Where its branches deliver to.
  Delivery delivery() {
    return new Delivery(branches, zones);
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
            .map(item -> new Choices(item, line.optionIds(), cart.way()).allAvailable())
            .orElse(false);
  }

  /// The branches that can make the cart. One that is closed, or out of something, is named only if
  /// every other one is, too: then the customer hears why.
  List<Branch> possible(Cart cart) {
    Delivery delivery = delivery();
    List<Branch> serving =
        branches.stream()
            .filter(branch -> cart.fulfilment() != Fulfilment.DELIVERY || branch.delivers())
            .toList();
    List<Branch> near =
        cart.fulfilment() == Fulfilment.DELIVERY
            ? preferring(serving, branch -> delivery.reaches(branch, cart.destination()))
            : serving;
    List<Branch> stocked = preferring(near, branch -> hasAll(branch, cart));
    return preferring(stocked, branch -> takes(branch, cart));
  }

  /// The branch that shall make the cart, where that is clear.
  Optional<UUID> choose(Cart cart) {
    List<Branch> possible = possible(cart);
    if (possible.size() == 1) {
      return Optional.of(possible.getFirst().id());
    }
    BranchChoice.Signs signs = habits.ask();
    return BranchChoice.best(
        possible.stream().map(branch -> candidate(branch, cart.destination(), signs)).toList());
  }

  private static BranchChoice.Candidate candidate(
      Branch branch, Cart.@Nullable Destination place, BranchChoice.Signs signs) {
    Spot spot = Delivery.spot(place).orElse(null);
    return new BranchChoice.Candidate(
        branch.id(),
        spot == null ? null : branch.kilometresTo(spot.latitude(), spot.longitude()),
        signs.load().getOrDefault(branch.id(), 0),
        signs.visits().getOrDefault(branch.id(), 0));
  }

  /// Whether the branch takes the cart for when it is wanted.
  boolean takes(Branch branch, Cart cart) {
    return isForLater(cart)
        ? branch.isOpenFor(Objects.requireNonNull(cart.wantedAt()))
        : branch.isOpen(at);
  }

  /// Whether the cart is wanted at a time to come.
  boolean isForLater(Cart cart) {
    Instant wanted = cart.wantedAt();
    return wanted != null && wanted.isAfter(at);
  }

  /// The first item of the cart that the branch has none left of.
  Optional<UUID> missing(UUID branchId, Cart cart) {
    Menu menu = menus.apply(branchId);
    return cart.lines().stream()
        .map(CartLine::itemId)
        .filter(itemId -> !available(menu, itemId))
        .findFirst();
  }

  /// The other branches that are open when it is wanted, reach the customer, and have all of the
  /// cart, choices included; with their price of it, the delivery's included.
  List<Elsewhere> elsewhere(Cart cart, UUID branchId) {
    return branches.stream()
        .filter(branch -> !branch.id().equals(branchId))
        .filter(branch -> reaches(branch, cart))
        .filter(branch -> isOpenFor(branch, cart))
        .filter(branch -> hasEveryChoice(menus.apply(branch.id()), cart))
        .map(branch -> new Elsewhere(branch, price(cart.withBranch(branch.id()))))
        .toList();
  }

  private boolean reaches(Branch branch, Cart cart) {
    return cart.fulfilment() != Fulfilment.DELIVERY
        || delivery().reaches(branch, cart.destination());
  }

  private boolean isOpenFor(Branch branch, Cart cart) {
    Instant wanted = cart.wantedAt();
    return wanted == null ? branch.isOpen(at) : branch.isOpenFor(wanted);
  }

  private static boolean hasEveryChoice(Menu menu, Cart cart) {
    return cart.lines().stream()
        .allMatch(line ->
            menu.item(line.itemId())
                .filter(MenuItem::available)
                .filter(item -> new Choices(item, line.optionIds(), cart.way()).allAvailable())
                .isPresent());
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
