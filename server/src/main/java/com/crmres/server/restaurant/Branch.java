package com.crmres.server.restaurant;

import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/// One place of a restaurant, with its own hours.
///
/// @param code stands before order numbers, for example `A`
/// @param preparationMinutes how long an order takes when nobody says otherwise
public record Branch(
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

  private static final double EARTH_RADIUS_KILOMETRES = 6_371;

  public boolean isOpen(Instant moment) {
    return hours.isOpen(moment, zone);
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
