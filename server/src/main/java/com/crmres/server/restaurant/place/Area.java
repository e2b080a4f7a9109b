package com.crmres.server.restaurant.place;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/// A polygon on the map; its edge belongs to it.
final class Area {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int SMALLEST_RING = 4;

  private final Polygon polygon;

  private Area(Polygon polygon) {
    this.polygon = polygon;
  }

  /// What is wrong with a polygon.
  enum Flaw {
    /// A ring has fewer than three corners.
    TOO_FEW,
    /// A ring does not end where it begins.
    NOT_CLOSED,
    /// A corner lies outside of Saudi Arabia.
    ELSEWHERE,
    /// It crosses itself, or its holes do not lie in it.
    CROSSED
  }

  /// The area within the first ring and outside the others.
  ///
  /// @throws IllegalArgumentException if it has a flaw
  static Area of(List<List<Spot>> rings) {
    flaw(rings)
        .ifPresent(flaw -> {
          throw new IllegalArgumentException("no area: " + flaw);
        });
    return new Area(polygon(rings));
  }

  static Optional<Flaw> flaw(List<List<Spot>> rings) {
    if (rings.isEmpty() || rings.stream().anyMatch(ring -> ring.size() < SMALLEST_RING)) {
      return Optional.of(Flaw.TOO_FEW);
    }
    if (rings.stream().anyMatch(ring -> !ring.getFirst().equals(ring.getLast()))) {
      return Optional.of(Flaw.NOT_CLOSED);
    }
    if (!rings.stream().flatMap(List::stream).allMatch(Spot::isInSaudiArabia)) {
      return Optional.of(Flaw.ELSEWHERE);
    }
    return IsValidOp.isValid(polygon(rings)) ? Optional.empty() : Optional.of(Flaw.CROSSED);
  }

  boolean contains(Spot spot) {
    return polygon.covers(FACTORY.createPoint(coordinate(spot)));
  }

  private static Polygon polygon(List<List<Spot>> rings) {
    LinearRing[] all = rings.stream().map(Area::ring).toArray(LinearRing[]::new);
    LinearRing[] holes = new LinearRing[all.length - 1];
    System.arraycopy(all, 1, holes, 0, holes.length);
    return FACTORY.createPolygon(all[0], holes);
  }

  private static LinearRing ring(List<Spot> ring) {
    return FACTORY.createLinearRing(ring.stream().map(Area::coordinate).toArray(Coordinate[]::new));
  }

  private static Coordinate coordinate(Spot spot) {
    return new Coordinate(spot.longitude(), spot.latitude());
  }
}
