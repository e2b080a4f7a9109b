package com.crmres.server.ordering.cart;

import com.crmres.common.ordering.Fulfilment;
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
public record Cart(
    UUID id,
    int version,
    @Nullable UUID branchId,
    @Nullable Fulfilment fulfilment,
    @Nullable Destination destination,
    @Nullable String contactPhone,
    @Nullable String note,
    List<CartLine> lines,
    @Nullable Integer readBackVersion) {

  public Cart {
    lines = List.copyOf(lines);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
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
        readBackVersion);
  }

  Cart withBranch(UUID changed) {
    return new Cart(
        id, version, changed, fulfilment, destination, contactPhone, note, lines, readBackVersion);
  }

  Cart withFulfilment(Fulfilment changed) {
    return new Cart(
        id, version, branchId, changed, destination, contactPhone, note, lines, readBackVersion);
  }

  Cart withDestination(Destination changed) {
    return new Cart(
        id, version, branchId, fulfilment, changed, contactPhone, note, lines, readBackVersion);
  }

  Cart withContactPhone(String changed) {
    return new Cart(
        id, version, branchId, fulfilment, destination, changed, note, lines, readBackVersion);
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
        readBackVersion);
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
        readBackVersion);
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
