package com.crmres.server.restaurant.prayer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The sun over one place on one day. Its place in the sky is reckoned to a few seconds of time,
/// after Meeus, "Astronomical Algorithms", chapter 25.
final class Sun {

  private static final double SECONDS_OF_DAY = 86_400;
  private static final double EPOCH_2000 = 10_957.5;
  private static final double DAYS_OF_CENTURY = 36_525;

  private final LocalDate date;
  private final double latitude;
  private final double longitude;

  Sun(LocalDate date, double latitude, double longitude) {
    this.date = date;
    this.latitude = Math.toRadians(latitude);
    this.longitude = longitude;
  }

  /// When it stands highest.
  Instant noon() {
    return moment(noonOfDay());
  }

  /// When it sinks to so many degrees.
  Instant after(double degrees) {
    return moment(crossing(degrees, 1));
  }

  /// When it has risen to so many degrees.
  Instant before(double degrees) {
    return moment(crossing(degrees, -1));
  }

  /// When the shadow of a thing is as long as at noon and once the thing.
  Instant shadowOfOne() {
    double fraction = noonOfDay();
    for (int i = 0; i < 4; i++) {
      double shadow = 1 + Math.tan(Math.abs(latitude - at(fraction).declination()));
      fraction = crossing(Math.toDegrees(Math.atan(1 / shadow)), 1, fraction);
    }
    return moment(fraction);
  }

  private Instant moment(double fraction) {
    Instant midnight = date.atStartOfDay().toInstant(ZoneOffset.UTC);
    return midnight.plusMillis(Math.round(fraction * SECONDS_OF_DAY * 1000));
  }

  private double noonOfDay() {
    double fraction = 0.5 - longitude / 360;
    for (int i = 0; i < 3; i++) {
      fraction = 0.5 - longitude / 360 - at(fraction).equation() / 1440;
    }
    return fraction;
  }

  private double crossing(double degrees, int side) {
    double fraction = noonOfDay();
    for (int i = 0; i < 4; i++) {
      fraction = crossing(degrees, side, fraction);
    }
    return fraction;
  }

  /// One step nearer, with the sun where it is at `guess`.
  private double crossing(double degrees, int side, double guess) {
    Place place = at(guess);
    double cosine =
        (Math.sin(Math.toRadians(degrees)) - Math.sin(latitude) * Math.sin(place.declination()))
            / (Math.cos(latitude) * Math.cos(place.declination()));
    double angle = Math.toDegrees(Math.acos(Math.clamp(cosine, -1, 1)));
    return 0.5 - longitude / 360 - place.equation() / 1440 + side * angle / 360;
  }

  /// Where it is.
  ///
  /// @param declination in radians
  /// @param equation by how many minutes it is before the clock
  private record Place(double declination, double equation) {}

  private Place at(double fraction) {
    double century = (date.toEpochDay() + fraction - EPOCH_2000) / DAYS_OF_CENTURY;
    double mean = Math.toRadians(280.46646 + century * (36_000.76983 + century * 0.0003032));
    double anomaly = Math.toRadians(357.52911 + century * (35_999.05029 - century * 0.0001537));
    double eccentricity = 0.016708634 - century * (0.000042037 + century * 0.0000001267);
    double centre =
        (1.914602 - century * (0.004817 + century * 0.000014)) * Math.sin(anomaly)
            + (0.019993 - century * 0.000101) * Math.sin(2 * anomaly)
            + 0.000289 * Math.sin(3 * anomaly);
    double node = Math.toRadians(125.04 - 1934.136 * century);
    double seen = mean + Math.toRadians(centre - 0.00569 - 0.00478 * Math.sin(node));
    double tilt = Math.toRadians(23.4392911 - 0.0130042 * century + 0.00256 * Math.cos(node));
    return new Place(
        Math.asin(Math.sin(tilt) * Math.sin(seen)), equation(mean, anomaly, eccentricity, tilt));
  }

  private static double equation(double mean, double anomaly, double eccentricity, double tilt) {
    double y = Math.pow(Math.tan(tilt / 2), 2);
    return 4
        * Math.toDegrees(
            y * Math.sin(2 * mean)
                - 2 * eccentricity * Math.sin(anomaly)
                + 4 * eccentricity * y * Math.sin(anomaly) * Math.cos(2 * mean)
                - y * y / 2 * Math.sin(4 * mean)
                - 1.25 * eccentricity * eccentricity * Math.sin(2 * anomaly));
  }
}
