package com.crmres.server.ordering.cart;

import com.crmres.common.menu.PriceTag;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.language.time.TimeWords;
import com.crmres.server.menu.Menu;
import com.crmres.server.ordering.cart.CartResult.Changed;
import com.crmres.server.ordering.cart.CartResult.Reason;
import com.crmres.server.ordering.cart.CartResult.Refused;
import com.crmres.server.restaurant.Branch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of how a cart is had: collected or brought, from which branch, to which place and
/// when.
final class WayRules {

  private static final Duration FURTHEST = Duration.ofDays(7);

  private final Offer offer;

  WayRules(Offer offer) {
    this.offer = offer;
  }

  CartResult chooseFulfilment(Cart cart, Fulfilment fulfilment) {
    return fulfilment == Fulfilment.DELIVERY
        ? noDelivery(cart)
            .<CartResult>map(Refused::new)
            .orElseGet(() -> new Changed(had(cart, fulfilment)))
        : new Changed(had(cart, fulfilment));
  }

  /// What is offered by the other way only goes out with it.
  private Cart had(Cart cart, Fulfilment fulfilment) {
    Cart changed = cart.withFulfilment(fulfilment);
    Menu menu = offer.menu(changed);
    return changed.withLines(
        changed.lines().stream().map(line -> offered(line, menu, changed.way())).toList());
  }

  private static CartLine offered(CartLine line, Menu menu, @Nullable PriceTag way) {
    return menu.item(line.itemId())
        .map(item -> new Choices(item, line.optionIds(), way))
        .filter(choices -> !choices.reaches(line.optionIds()))
        .map(line::with)
        .orElse(line);
  }

  CartResult chooseBranch(Cart cart, UUID branchId) {
    Branch branch = offer.branch(branchId).orElse(null);
    if (branch == null) {
      return new Refused(new Reason.Unknown());
    }
    if (cart.fulfilment() == Fulfilment.DELIVERY && !branch.delivers()) {
      return new Refused(new Reason.NoDelivery(branchId));
    }
    if (branchId.equals(cart.branchId())) {
      return new Changed(cart);
    }
    return offer
        .missing(branchId, cart)
        .<CartResult>map(itemId -> new Refused(new Reason.SoldOut(itemId)))
        .orElseGet(() -> new Changed(cart.withBranch(branchId)));
  }

  /// Whoever says where to is asking for delivery; what was known of the place stays.
  CartResult deliverTo(Cart cart, Cart.Destination said) {
    Cart.Destination destination = said.read();
    if (!destination.isPlace()) {
      return new Refused(new Reason.OutOfRange());
    }
    Cart.Destination old = cart.destination();
    return placed(cart, old == null ? destination : destination.over(old));
  }

  /// Puts a place in the stead of what was known of it; null takes it away.
  CartResult setPlace(Cart cart, Cart.@Nullable Destination said) {
    if (said == null) {
      return new Changed(cart.withDestination(null));
    }
    Cart.Destination destination = said.written();
    return destination.isPlace() ? placed(cart, destination) : new Refused(new Reason.OutOfRange());
  }

  private CartResult placed(Cart cart, Cart.Destination destination) {
    Cart placed = cart.withDestination(destination);
    return cart.fulfilment() == null
        ? chooseFulfilment(placed, Fulfilment.DELIVERY)
        : new Changed(placed);
  }

  /// The words are read as the clock on the branch's wall shows it. Of two times that they may mean
  /// it is the one at which somebody takes orders.
  CartResult chooseTime(Cart cart, String words) {
    List<CartResult> read =
        TimeWords.in(words).or(() -> TimeWords.alone(words, true)).stream()
            .flatMap(time -> time.moments(offer.at().atZone(zone(cart))).stream())
            .map(at -> wanted(cart, at.toInstant()))
            .toList();
    return read.stream()
        .filter(Changed.class::isInstance)
        .findFirst()
        .orElseGet(() -> read.isEmpty() ? new Refused(new Reason.OutOfRange()) : read.getFirst());
  }

  /// What was tapped too late is a time like any other at which nobody takes orders.
  CartResult takeTime(Cart cart, Instant at) {
    UUID chosen = cart.branchId();
    return at.isAfter(offer.at())
        ? wanted(cart, at)
        : new Refused(
            new Reason.ClosedThen(
                chosen == null ? offer.branches().getFirst().id() : chosen, offer.at()));
  }

  private ZoneId zone(Cart cart) {
    UUID chosen = cart.branchId();
    return (chosen == null ? Optional.<Branch>empty() : offer.branch(chosen))
        .orElse(offer.branches().getFirst())
        .zone();
  }

  /// Chooses the branch where it is clear which; a chosen one that does not deliver there gives way
  /// to one that does.
  Cart settled(Cart cart) {
    if (cart.fulfilment() == null || (cart.branchId() != null && !isOutOfReach(cart))) {
      return cart;
    }
    Cart open = cart.branchId() == null ? cart : cart.withBranch(null);
    return offer.choose(open).map(cart::withBranch).orElse(open);
  }

  private boolean isOutOfReach(Cart cart) {
    Delivery delivery = offer.delivery();
    Cart.Destination place = cart.destination();
    return cart.fulfilment() == Fulfilment.DELIVERY
        && Delivery.spot(place).isPresent()
        && offer.branches().stream().anyMatch(branch -> delivery.reaches(branch, place))
        && offer.branches().stream()
            .noneMatch(
                branch -> branch.id().equals(cart.branchId()) && delivery.reaches(branch, place));
  }

  private Optional<Reason> noDelivery(Cart cart) {
    UUID chosen = cart.branchId();
    List<Branch> asked =
        offer.branches().stream()
            .filter(branch -> chosen == null || branch.id().equals(chosen))
            .toList();
    return asked.stream().anyMatch(Branch::delivers)
        ? Optional.empty()
        : Optional.of(new Reason.NoDelivery(asked.getFirst().id()));
  }

  /// The cart for a time at which its branch, or any one until it is chosen, takes orders.
  CartResult wanted(Cart cart, Instant at) {
    if (at.isAfter(offer.at().plus(FURTHEST))) {
      return new Refused(new Reason.OutOfRange());
    }
    List<Branch> asked =
        offer.branches().stream()
            .filter(branch -> cart.branchId() == null || branch.id().equals(cart.branchId()))
            .toList();
    return asked.stream().anyMatch(branch -> branch.isOpenFor(at))
        ? new Changed(cart.withWantedAt(at))
        : new Refused(new Reason.ClosedThen(asked.getFirst().id(), at));
  }
}
