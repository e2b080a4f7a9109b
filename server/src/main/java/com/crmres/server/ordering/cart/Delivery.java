package com.crmres.server.ordering.cart;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.place.Spot;
import com.crmres.server.restaurant.place.Zone;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where branches deliver to, and what must be known or paid for it.
///
/// A branch that drew no zones delivers anywhere at no fee. One that did needs a pin, or an address
/// that names a zone.
record Delivery(List<Branch> branches, Function<UUID, List<Zone>> zones) {

  /// The fee of the cart's delivery.
  ///
  /// @param goods what the goods cost
  Money fee(Cart cart, Money goods) {
    Branch branch = branch(cart).orElse(null);
    return branch == null
        ? Money.ZERO
        : zone(branch, cart.destination())
            .map(zone -> zone.fee(kilometres(branch, cart.destination()), goods))
            .orElse(Money.ZERO);
  }

  /// What keeps the cart from being delivered, if the branch is chosen or all of them agree.
  Optional<CartResult.Question> question(Cart cart, Money goods) {
    if (cart.fulfilment() != Fulfilment.DELIVERY) {
      return Optional.empty();
    }
    Cart.Destination place = cart.destination();
    if (place == null) {
      return Optional.of(new CartResult.Question.WhereTo());
    }
    List<Branch> asked = branch(cart).map(List::of).orElse(delivering());
    if (asked.stream().anyMatch(branch -> reaches(branch, place))) {
      return branch(cart).flatMap(branch -> tooLittle(branch, place, goods));
    }
    return Optional.of(
        spot(place).isPresent()
            ? new CartResult.Question.OutOfReach()
            : new CartResult.Question.WhichPin());
  }

  /// Whether a branch delivers to a place, as far as that is known of it.
  boolean reaches(Branch branch, Cart.@Nullable Destination place) {
    return branch.delivers()
        && (place == null || !hasZones(branch) || zone(branch, place).isPresent());
  }

  /// The pin of a place.
  static Optional<Spot> spot(Cart.@Nullable Destination place) {
    if (place == null || place.latitude() == null || place.longitude() == null) {
      return Optional.empty();
    }
    return Optional.of(new Spot(place.latitude(), place.longitude()));
  }

  private Optional<CartResult.Question> tooLittle(
      Branch branch, Cart.Destination place, Money goods) {
    return zone(branch, place)
        .map(Zone::minimum)
        .filter(minimum -> goods.compareTo(minimum) < 0)
        .map(minimum ->
            new CartResult.Question.TooLittle(
                minimum, new Money(minimum.halalas() - goods.halalas())));
  }

  /// The cheapest zone that holds the place: a pin before words.
  private Optional<Zone> zone(Branch branch, Cart.@Nullable Destination place) {
    if (place == null) {
      return Optional.empty();
    }
    Spot spot = spot(place).orElse(null);
    String text = Objects.requireNonNullElse(place.text(), "");
    return zones.apply(branch.id()).stream()
        .filter(zone -> spot == null ? zone.isNamedIn(text) : zone.contains(spot))
        .min(Comparator.comparing(zone -> zone.fee(kilometres(branch, place), Money.ZERO)));
  }

  private boolean hasZones(Branch branch) {
    return !zones.apply(branch.id()).isEmpty();
  }

  private List<Branch> delivering() {
    return branches.stream().filter(Branch::delivers).toList();
  }

  private Optional<Branch> branch(Cart cart) {
    return cart.fulfilment() != Fulfilment.DELIVERY
        ? Optional.empty()
        : branches.stream().filter(branch -> branch.id().equals(cart.branchId())).findFirst();
  }

  private static double kilometres(Branch branch, Cart.@Nullable Destination place) {
    return spot(place)
        .map(spot -> branch.kilometresTo(spot.latitude(), spot.longitude()))
        .orElse(0.0);
  }
}
