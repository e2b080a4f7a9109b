package com.crmres.server.ordering.cart;

import com.crmres.common.menu.PriceTag;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.restaurant.place.PlaceWords;
import com.crmres.server.restaurant.place.Spot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer is putting together; every change makes the next version. Immutable.
///
/// @param version 0 for an empty cart that was never stored
/// @param contactPhone the number to call about a delivery, digits with country code; null for the
///   one the customer writes from
/// @param readBackVersion the version last read back to the customer with its total; only that one
///   can be confirmed
/// @param wantedAt when it shall be ready; null for as soon as it can be
/// @param changes the order that it shall be instead of what that is now; null for a new order
public record Cart(
    UUID id,
    int version,
    @Nullable UUID branchId,
    @Nullable Fulfilment fulfilment,
    @Nullable Destination destination,
    @Nullable String contactPhone,
    @Nullable String note,
    List<CartLine> lines,
    @Nullable Integer readBackVersion,
    @Nullable Instant wantedAt,
    @Nullable UUID changes) {

  public Cart {
    lines = List.copyOf(lines);
  }

  /// A cart that is wanted as soon as it can be.
  public Cart(
      UUID id,
      int version,
      @Nullable UUID branchId,
      @Nullable Fulfilment fulfilment,
      @Nullable Destination destination,
      @Nullable String contactPhone,
      @Nullable String note,
      List<CartLine> lines,
      @Nullable Integer readBackVersion) {
    this(
        id,
        version,
        branchId,
        fulfilment,
        destination,
        contactPhone,
        note,
        lines,
        readBackVersion,
        null,
        null);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /// The way of selling that it is; null while that is not chosen.
  @Nullable PriceTag way() {
    return switch (fulfilment) {
      case null -> null;
      case PICKUP -> PriceTag.PICKUP;
      case DELIVERY -> PriceTag.DELIVERY;
    };
  }

  Optional<CartLine> line(UUID lineId) {
    return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
  }

  Cart withLines(List<CartLine> changed) {
    return new Cart(
        id,
        version,
        branchId,
        fulfilment,
        destination,
        contactPhone,
        note,
        changed,
        readBackVersion,
        wantedAt,
        changes);
  }

  Cart withBranch(@Nullable UUID changed) {
    return new Cart(
        id,
        version,
        changed,
        fulfilment,
        destination,
        contactPhone,
        note,
        lines,
        readBackVersion,
        wantedAt,
        changes);
  }

  Cart withFulfilment(Fulfilment changed) {
    return new Cart(
        id,
        version,
        branchId,
        changed,
        destination,
        contactPhone,
        note,
        lines,
        readBackVersion,
        wantedAt,
        changes);
  }

  Cart withDestination(@Nullable Destination changed) {
    return new Cart(
        id,
        version,
        branchId,
        fulfilment,
        changed,
        contactPhone,
        note,
        lines,
        readBackVersion,
        wantedAt,
        changes);
  }

  Cart withContactPhone(String changed) {
    return new Cart(
        id,
        version,
        branchId,
        fulfilment,
        destination,
        changed,
        note,
        lines,
        readBackVersion,
        wantedAt,
        changes);
  }

  Cart withNote(@Nullable String changed) {
    return new Cart(
        id,
        version,
        branchId,
        fulfilment,
        destination,
        contactPhone,
        changed,
        lines,
        readBackVersion,
        wantedAt,
        changes);
  }

  Cart withWantedAt(@Nullable Instant changed) {
    return new Cart(
        id,
        version,
        branchId,
        fulfilment,
        destination,
        contactPhone,
        note,
        lines,
        readBackVersion,
        changed,
        changes);
  }

  /// Puts this in place of what an order is now; what stood in the cart comes with it.
  Cart changing(UUID orderId) {
    return new Cart(
        id,
        version,
        branchId,
        fulfilment,
        destination,
        contactPhone,
        note,
        lines,
        readBackVersion,
        wantedAt,
        orderId);
  }

  /// As shown to the customer.
  Cart readBack() {
    return new Cart(
        id,
        version,
        branchId,
        fulfilment,
        destination,
        contactPhone,
        note,
        lines,
        version,
        wantedAt,
        changes);
  }

  Cart nextVersion() {
    return new Cart(
        id,
        version + 1,
        branchId,
        fulfilment,
        destination,
        contactPhone,
        note,
        lines,
        readBackVersion,
        wantedAt,
        changes);
  }

  /// Where a delivery goes.
  public record Destination(
      @Nullable Double latitude, @Nullable Double longitude, @Nullable String text) {

    private static final int LONGEST_TEXT = 200;

    /// Whether it names a place on earth, by words or by a whole pin.
    boolean isPlace() {
      if (text != null && text.length() > LONGEST_TEXT) {
        return false;
      }
      if (latitude == null || longitude == null) {
        return latitude == null && longitude == null && text != null && !text.isBlank();
      }
      return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    /// The place as its words say it: a link or coordinates among them are a pin, a short address
    /// is written as it is meant to be.
    public Destination read() {
      return text == null || latitude != null
          ? this
          : PlaceWords.in(text).map(found -> of(found, text)).orElse(this);
    }

    /// The place as people wrote it down: a link or coordinates among the words say more than the
    /// pin beside them.
    Destination written() {
      return text == null
          ? this
          : PlaceWords.in(text).map(found -> of(found, text).orAt(this)).orElse(this);
    }

    private Destination orAt(Destination pin) {
      return latitude == null ? new Destination(pin.latitude, pin.longitude, text) : this;
    }

    /// The place that stands in a message.
    public static Destination of(PlaceWords found, String message) {
      Spot spot = found.spot();
      return new Destination(
          spot == null ? null : spot.latitude(),
          spot == null ? null : spot.longitude(),
          found.words(message));
    }

    /// This place, with what it leaves out taken from what was said before: a pin and a door number
    /// come in two messages.
    Destination over(Destination old) {
      return new Destination(
          latitude == null ? old.latitude : latitude,
          longitude == null ? old.longitude : longitude,
          text == null ? old.text : text);
    }
  }
}
