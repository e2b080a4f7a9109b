package com.crmres.server.restaurant;

import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/// One place of a restaurant, with its own hours.
///
/// @param times when it is open
/// @param code stands before order numbers, for example `A`
/// @param preparationMinutes how long an order takes when nobody says otherwise
/// @param serving how people said it takes orders
public record Branch(
    UUID id,
    String code,
    LocalizedText name,
    LocalizedText address,
    ZoneId zone,
    double latitude,
    double longitude,
    Timetable times,
    boolean delivers,
    int preparationMinutes,
    Serving serving) {

  private static final double EARTH_RADIUS_KILOMETRES = 6_371;

  /// A branch with the same hours in every week, that takes orders as usual.
  public Branch(
      UUID id,
      String code,
      LocalizedText name,
      LocalizedText address,
      ZoneId zone,
      double latitude,
      double longitude,
      OpeningHours hours,
      boolean delivers,
      int preparationMinutes) {
    this(
        id,
        code,
        name,
        address,
        zone,
        latitude,
        longitude,
        Timetable.weekly(hours),
        delivers,
        preparationMinutes,
        Serving.ONLINE);
  }

  /// Whether it takes orders for now.
  public boolean isOpen(Instant moment) {
    return standing(moment).takesNow();
  }

  /// Whether it takes orders for this moment, said beforehand: a pause of today does not count
  /// against tomorrow.
  public boolean isOpenFor(Instant wanted) {
    return switch (standing(wanted)) {
      case Standing.Open _, Standing.Busy _ -> true;
      case Standing.Paused _, Standing.Closed _ -> false;
    };
  }

  /// Whether it takes orders, why not, and until when.
  public Standing standing(Instant moment) {
    Optional<Instant> lastOrder = times.lastOrderAt(moment, zone);
    if (lastOrder.isEmpty()) {
      return new Standing.Closed(
          times.ordersFrom(moment, zone).orElse(null), times.note(dateAt(moment)).orElse(null));
    }
    Serving now = serving.at(moment);
    Instant until = now.until();
    return until == null
        ? new Standing.Open(lastOrder.get())
        : unusual(now, until, lastOrder.get());
  }

  private Standing unusual(Serving now, Instant until, Instant lastOrder) {
    return switch (now.mode()) {
      case ONLINE -> new Standing.Open(lastOrder);
      case BUSY -> new Standing.Busy(now.delayMinutes(), now.asap(), until);
      case PAUSED -> new Standing.Paused(times.ordersFrom(until, zone).orElse(until));
    };
  }

  /// The date on the wall of the branch.
  public LocalDate dateAt(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  /// Great-circle distance: enough to say which of two branches is nearer.
  public double kilometresTo(double otherLatitude, double otherLongitude) {
    double halfNorth = Math.toRadians(otherLatitude - latitude) / 2;
    double halfEast = Math.toRadians(otherLongitude - longitude) / 2;
    double chord =
        Math.pow(Math.sin(halfNorth), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(otherLatitude))
                * Math.pow(Math.sin(halfEast), 2);
    return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.sqrt(Math.min(1, chord)));
  }
}
