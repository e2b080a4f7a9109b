package com.crmres.common.restaurant;

import com.crmres.common.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The delivery zones of a branch as GeoJSON (RFC 7946): a `FeatureCollection` of polygons.
///
/// @param type always `FeatureCollection`
public record ZoneCollection(String type, List<Feature> features) {

  public ZoneCollection {
    features = List.copyOf(features);
  }

  /// One zone.
  ///
  /// @param type always `Feature`
  /// @param id null for a new one
  public record Feature(String type, @Nullable UUID id, Polygon geometry, Terms properties) {}

  /// Where it is.
  ///
  /// @param type always `Polygon`
  /// @param coordinates closed rings of longitude and latitude, the outer one first
  public record Polygon(String type, List<List<List<Double>>> coordinates) {
    public Polygon {
      coordinates = coordinates.stream().map(List::copyOf).toList();
    }
  }

  /// What delivery there costs.
  ///
  /// @param fee with VAT
  /// @param minimum what the goods must cost
  /// @param bands dearer fees from a distance on
  /// @param freeFrom what the goods must cost so that delivery is free; null if it never is
  public record Terms(
      LocalizedText name, Money fee, Money minimum, List<Band> bands, @Nullable Money freeFrom) {
    public Terms {
      bands = List.copyOf(bands);
    }
  }

  /// A fee from a distance on.
  ///
  /// @param fromKilometres as the crow flies from the branch
  public record Band(double fromKilometres, Money fee) {}
}
