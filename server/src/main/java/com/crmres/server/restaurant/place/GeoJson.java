package com.crmres.server.restaurant.place;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.ZoneCollection;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Zones as people draw them: what is wrong with them is said before they count.
final class GeoJson {

  static final String COLLECTION = "FeatureCollection";
  static final String FEATURE = "Feature";
  static final String POLYGON = "Polygon";

  private static final int MOST_ZONES = 60;
  private static final int MOST_CORNERS = 2_000;
  private static final int MOST_BANDS = 10;
  private static final int LONGEST_NAME = 80;
  private static final Money HIGHEST = new Money(100_000);

  private GeoJson() {}

  /// Refuses zones that cannot be, naming every fault.
  static void check(ZoneCollection zones) {
    Faults faults = new Faults();
    type(faults, "type", zones.type(), COLLECTION);
    if (zones.features().size() > MOST_ZONES) {
      faults.add("features", Rule.COUNT, 0, MOST_ZONES);
    }
    Set<Object> ids = new HashSet<>();
    for (int i = 0; i < zones.features().size(); i++) {
      String at = "features[" + i + "]";
      ZoneCollection.Feature feature = zones.features().get(i);
      if (feature.id() != null && !ids.add(feature.id())) {
        faults.add(at + ".id", Rule.DUPLICATE);
      }
      check(faults, at, feature);
    }
    faults.throwIfAny();
  }

  private static void check(Faults faults, String at, ZoneCollection.Feature feature) {
    type(faults, at + ".type", feature.type(), FEATURE);
    if (isMissing(feature.geometry())) {
      faults.add(at + ".geometry", Rule.REQUIRED);
    } else {
      shape(faults, at + ".geometry", feature.geometry());
    }
    if (isMissing(feature.properties())) {
      faults.add(at + ".properties", Rule.REQUIRED);
    } else {
      terms(faults, at + ".properties", feature.properties());
    }
  }

  private static void shape(Faults faults, String at, ZoneCollection.Polygon shape) {
    type(faults, at + ".type", shape.type(), POLYGON);
    List<List<List<Double>>> rings = shape.coordinates();
    int corners = rings.stream().mapToInt(List::size).sum();
    if (corners > MOST_CORNERS) {
      faults.add(at + ".coordinates", Rule.COUNT, 4, MOST_CORNERS);
    } else if (rings.stream().flatMap(List::stream).anyMatch(corner -> !isCorner(corner))) {
      faults.add(at + ".coordinates", Rule.SHAPE);
    } else {
      Area.flaw(rings(shape)).ifPresent(flaw -> faults.add(at + ".coordinates", rule(flaw)));
    }
  }

  private static Rule rule(Area.Flaw flaw) {
    return switch (flaw) {
      case TOO_FEW -> Rule.RING_TOO_SHORT;
      case NOT_CLOSED -> Rule.RING_OPEN;
      case ELSEWHERE -> Rule.ELSEWHERE;
      case CROSSED -> Rule.CROSSES_ITSELF;
    };
  }

  private static void terms(Faults faults, String at, ZoneCollection.Terms terms) {
    if (isMissing(terms.name())) {
      faults.add(at + ".name", Rule.REQUIRED);
    } else {
      faults.length(at + ".name.ar", terms.name().ar(), 1, LONGEST_NAME);
      faults.length(at + ".name.en", terms.name().en(), 1, LONGEST_NAME);
    }
    amount(faults, at + ".fee", terms.fee());
    amount(faults, at + ".minimum", terms.minimum());
    if (terms.freeFrom() != null) {
      amount(faults, at + ".freeFrom", terms.freeFrom());
    }
    if (terms.bands().size() > MOST_BANDS) {
      faults.add(at + ".bands", Rule.COUNT, 0, MOST_BANDS);
    }
    Set<Double> from = new HashSet<>();
    for (int i = 0; i < terms.bands().size(); i++) {
      ZoneCollection.Band band = terms.bands().get(i);
      String path = at + ".bands[" + i + "]";
      if (!(band.fromKilometres() > 0 && band.fromKilometres() <= 200)) {
        faults.add(path + ".fromKilometres", Rule.RANGE, 0, 200);
      } else if (!from.add(band.fromKilometres())) {
        faults.add(path + ".fromKilometres", Rule.DUPLICATE);
      }
      amount(faults, path + ".fee", band.fee());
    }
  }

  private static void amount(Faults faults, String at, @Nullable Money money) {
    if (money == null) {
      faults.add(at, Rule.REQUIRED);
    } else if (money.halalas() < 0 || money.compareTo(HIGHEST) > 0) {
      faults.add(at, Rule.RANGE, 0, HIGHEST.riyals());
    }
  }

  private static void type(Faults faults, String at, @Nullable String type, String expected) {
    if (!expected.equals(type)) {
      faults.add(at, Rule.CHOICE);
    }
  }

  /// A corner may carry a height, which we do not need.
  private static boolean isCorner(@Nullable List<Double> corner) {
    return corner != null
        && corner.size() >= 2
        && corner.stream().allMatch(number -> number != null && Double.isFinite(number));
  }

  /// Inside of lists nobody has looked yet for what is missing.
  private static boolean isMissing(@Nullable Object part) {
    return part == null;
  }

  /// The corners of a shape that was found in order; GeoJSON says longitude first.
  static List<List<Spot>> rings(ZoneCollection.Polygon shape) {
    return shape.coordinates().stream()
        .map(ring ->
            ring.stream()
                .map(Objects::requireNonNull)
                .map(corner -> new Spot(corner.get(1), corner.get(0)))
                .toList())
        .toList();
  }
}
